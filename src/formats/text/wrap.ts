/** Lines of at most 72 letters. */

/**
 * The width that e-mail, old terminals and braille displays agree on (RFC 3676 recommends up to 78; the published
 * edition had no lines of its own).
 */
export const width = 72;

/**
 * A line may end at an ordinary space, but not inside a number that is written with spaces, such as a telephone number.
 */
const places = /(?<!\d) | (?!\d)/;

/**
 * @param indent stands before every line; `first` stands before the first one in its place
 * @returns the lines; what is longer than a line stays whole
 */
export function wrap(text: string, indent = '', first = indent): string[] {
  const lines: string[] = [];
  let line = first,
    isEmpty = true;
  for (const word of text.split(places)) {
    if (!isEmpty && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  // A space at which no line may end has done its work, and not every device knows it.
  return [...lines, line].map(each => each.replaceAll('\u00a0', ' '));
}

/** @returns a heading with a line below it, as long as its longest line */
export function underlined(text: string, sign: string): string[] {
  const lines = wrap(text);
  return [...lines, sign.repeat(Math.max(...lines.map(line => [...line].length)))];
}
