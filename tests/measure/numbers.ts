/** Numbers as the measurements give and show them. */

/** @returns the one in the middle */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

export const shown = (value: number): string => (value % 1 ? value.toPrecision(2) : value.toLocaleString('en'));

/**
 * @param rows of cells, the first row their headings
 * @returns a table in Markdown, whose first column is words and all others numbers
 */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const lines = rows.map(row => {
    const cells = row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)));
    return `| ${cells.join(' | ')} |`;
  });
  lines.splice(
    1,
    0,
    `| ${widths.map((width, column) => '-'.repeat(width - (column ? 1 : 0)) + (column ? ':' : '')).join(' | ')} |`,
  );
  return lines.join('\n');
}
