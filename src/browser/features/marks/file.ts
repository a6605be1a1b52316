/**
 * Marks as a file of data, and back: one mark on each line, so that a damaged file loses only the lines that were hit.
 */
import { highlightKinds, cleanLine, limits, markFrom, type HighlightKind, type Mark, type Wrong } from './model.js';

/** What the file says that it is. */
const format = 'impact-report-reader marks';
/** No larger file is read, in bytes, and no more marks are taken. */
export const largest = { bytes: 10_000_000, marks: 5000 } as const;

/** What the reader calls the kinds of highlight, where that is not what we call them. */
export type Names = Partial<Record<HighlightKind, string>>;
/** A mark that could not be taken: its number in the file, and what is wrong. */
export interface Refused {
  number: number;
  wrong: Wrong;
}
type Read = { marks: Mark[]; names: Names; refused: Refused[] } | 'not ours' | 'too many';

/** @returns the file */
export function fileOf(marks: readonly Mark[], names: Names): string {
  const head = `"format": ${JSON.stringify(format)}, "version": 1, "names": ${JSON.stringify(names)}`;
  const lines = marks.map(mark => JSON.stringify(mark)).join(',\n');
  return `{ ${head},\n"marks": [\n${lines}\n] }\n`;
}

/** @returns the names in something that should be names */
export function namesFrom(given: unknown): Names {
  if (typeof given !== 'object' || given === null) return {};
  const texts = highlightKinds.map(kind => [kind, (given as Record<string, unknown>)[kind]] as const);
  return Object.fromEntries(
    texts.flatMap(([kind, name]) =>
      typeof name === 'string' && cleanLine(name, limits.name) ? [[kind, cleanLine(name, limits.name)]] : [],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @returns what each line between the brackets holds; a damaged one holds nothing that we know. Of too many lines none
 * is looked at
 */
function linesOf(text: string): { given: unknown[]; names: unknown } | undefined {
  const [head, ...lines] = text.split('\n');
  if (!head!.includes(JSON.stringify(format))) return undefined;
  const given = lines
    .map(line => line.trim().replace(/,$/, ''))
    .filter(line => line && !/^("marks": \[|\] ?\})$/.test(line));
  return {
    given: given.length > largest.marks ? given : given.map(parsed),
    names: (parsed(`${head!.trim().replace(/,$/, '')}}`) as { names?: unknown } | undefined)?.names,
  };
}

/**
 * @param text of a file, whoever wrote it
 * @returns the marks in it and what could not be taken, or that it is not a file of marks, or holds too many
 */
export function readFile(text: string): Read {
  const whole = parsed(text) as { format?: unknown; marks?: unknown; names?: unknown } | null | undefined;
  const ours = typeof whole === 'object' && whole?.format === format && Array.isArray(whole.marks);
  const found = ours
    ? { given: whole.marks as unknown[], names: whole.names }
    : whole === undefined
      ? linesOf(text)
      : undefined;
  if (!found) return 'not ours';
  if (found.given.length > largest.marks) return 'too many';
  const marks: Mark[] = [],
    refused: Refused[] = [],
    now = new Date();
  for (const [index, given] of found.given.entries()) {
    const mark = markFrom(given, now);
    if (typeof mark === 'string') refused.push({ number: index + 1, wrong: mark });
    else marks.push(mark);
  }
  return { marks, names: namesFrom(found.names), refused };
}
