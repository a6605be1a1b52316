/** What every host's file is made from, and what such a file is. */

/** The finished site, as far as a host must know it. */
export interface SiteFacts {
  /** The path under which the site stands, with "/" at both ends. */
  base: string;
  /** The name of the published folder. */
  folder: string;
  /** Every published file as a path in that folder, sorted. */
  files: readonly string[];
  /** The content security policy that every page can be sent with. */
  policy: string;
}

/** A way of serving the site: one file, and where it goes. */
export interface Host {
  /** What a publisher calls the host. */
  name: string;
  file: string;
  /**
   * `published`: the host reads it out of the published folder. `beside`: it belongs to the server or to the one who
   * publishes, and is not public.
   */
  place: 'published' | 'beside';
  /** @returns the file's text */
  write(facts: SiteFacts): string;
}

/** @returns a line that stands in a file, for those who wonder where it is from; without comment signs */
export const origin = ({ base }: SiteFacts): string =>
  'Made by the build, for this very build: the policy holds hashes of what is in the pages. The reader stands ' +
  `under ${base} (READER_URL).`;
