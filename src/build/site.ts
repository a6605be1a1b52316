/**
 * Where the site will stand. Addresses that must be whole (canonical, sharing picture) need it; everything else is
 * relative.
 */

/**
 * @returns the site's address, ending in "/", from the environment variable READER_URL; undefined when it is not known
 * while building
 * @throws Error when READER_URL is not an https: or http: address
 */
export function siteAddress(): string | undefined {
  const given = process.env['READER_URL'];
  if (!given) return undefined;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Error(
      `READER_URL is "${given}", expected the address where the reader will stand, such as ` +
        'https://example.org/impact-report/',
    );
  return given.endsWith('/') ? given : `${given}/`;
}

/** @returns an address inside the site: whole where the site's address is known, else relative to a page in `folder` */
export const within = (path: string, folder: '' | 'cy/'): string => {
  const site = siteAddress();
  return site ? new URL(path, site).href : (folder ? '../' : './') + path;
};
