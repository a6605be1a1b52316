/** The way from the published file to the words that we show: declared repairs, and nothing else. */
import type { Repairs } from './model.js';

/**
 * @param source the published file, as text
 * @param repairs what is changed, in order
 * @returns the source after every repair
 * @throws Error naming each repair that was not found exactly as often as it says
 */
export function repair(source: string, { repairs }: Repairs): string {
  const faults: string[] = [];
  let text = source;
  for (const { id, find, replace, times } of repairs) {
    const pieces = text.split(find);
    if (pieces.length - 1 !== times)
      faults.push(`repair "${id}": its words stand ${pieces.length - 1} times in the source, expected ${times}`);
    text = pieces.join(replace);
  }
  if (faults.length) throw new Error(faults.join('\n'));
  return text;
}
