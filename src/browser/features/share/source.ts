/**
 * Where a passage comes from, as the page itself tells machines: schema.org's Report in its head (src/build/head.ts).
 */

export interface Source {
  publisher: string;
  title: string /** Missing where the title names no period. */;
  year?: string;
  language: string;
}

/**
 * The published text does not say when it came out. A period such as 2023/24 gives the year in which it ended, and for
 * this report its own words (a review "published in March 2024") agree with that.
 */
const yearIn = (title: string): string | undefined => {
  const [, first, last] = /\b(\d{4})(?:[/–-](\d{2}))?\b/.exec(title) ?? [];
  return first && (last ? first.slice(0, 2) + last : first);
};

/**
 * @param data the data block of the page, as text
 * @returns where its words come from
 * @throws Error when the page says nothing of it
 */
export function sourceIn(data: string): Source {
  const { name, publisher, inLanguage } = JSON.parse(data) as {
    name?: unknown;
    publisher?: { name?: unknown };
    inLanguage?: unknown;
  };
  if (typeof name !== 'string' || typeof publisher?.name !== 'string')
    throw new Error('The data block of the page names no report and no publisher, expected schema.org’s Report.');
  const year = yearIn(name);
  return {
    publisher: publisher.name,
    title: name,
    ...(year && { year }),
    language: typeof inLanguage === 'string' ? inLanguage : 'en',
  };
}

/** @returns where the words of this page come from */
export const sourceOfPage = (): Source =>
  sourceIn(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}');
