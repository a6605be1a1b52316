/** Which words somebody types who looks for help, and not for a place of the report. */

/** With their forms in both languages; a hyphen or a space may part them, or nothing. */
const wanted = /(?:^|[^\p{L}])(?:help[\s-]?lines?|support|llinell(?:au)?[\s-][cg]ymorth|[cg]ymorth)(?!\p{L})/iu;

/** @returns whether a query asks for help lines */
export const asksForHelp = (query: string): boolean => wanted.test(query.normalize().replace(/\p{Cf}/gu, ''));
