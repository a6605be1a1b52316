/**
 * Explains hard words in the text: a line under the first use of each in a story (CSS Custom Highlight API), and after
 * its passage a row that opens what it means. No letter of the report is touched.
 */
import { canHighlight, endHighlight, highlight } from '../../core/dom/highlight.js';
import { panelStyles } from '../../core/panel/panel.js';
import { keepLine } from '../../core/position/keep-line.js';
import { interfaceWords as shared } from '../../core/announcements/announce.js';
import { firstUses } from './found.js';
import { rowOf, turnFrom, type RowWords, type Word } from './row.js';
import { plainWords } from './words.js';

const name = 'hard-word';

let wanted = false,
  rows: HTMLElement[] = [],
  words: Word[] = [];

/** @returns the underlined word at a point of the screen */
function wordAt(x: number, y: number, passage: Node): Word | undefined {
  const isThere = ({ left, right, top, bottom }: DOMRect) => left <= x && x <= right && top <= y && y <= bottom;
  return words.find(
    ({ use: { range } }) => passage.contains(range.startContainer) && [...range.getClientRects()].some(isThere),
  );
}

/**
 * A press on the word itself. Whoever selects words, or presses what stands there for its own sake, means something
 * else.
 */
function press({ target, clientX, clientY, detail, defaultPrevented }: MouseEvent): void {
  if (
    defaultPrevented ||
    detail > 1 ||
    getSelection()?.isCollapsed === false ||
    (target as Element).closest('a, button, summary, [data-ours]')
  )
    return;
  const word = wordAt(clientX, clientY, target as Element),
    { startContainer: node, startOffset: offset } = word?.use.range ?? {};
  if (word) turnFrom(word, { node: node as Text, offset: offset!, top: word.use.range.getBoundingClientRect().top });
}

function hide(): void {
  for (const row of rows) row.remove();
  [rows, words] = [[], []];
  endHighlight(name);
  document.querySelector('main')?.removeEventListener('click', press);
}

function show(t: RowWords): void {
  for (const { after, uses } of firstUses()) {
    const made = rowOf(uses, t);
    after.after(made.row);
    rows.push(made.row);
    words.push(...made.words);
  }
  // Where words cannot be highlighted, the rows are there all the same.
  if (!canHighlight()) return;
  highlight(
    name,
    words.map(({ use }) => use.range),
  );
  document.querySelector('main')!.addEventListener('click', press);
}

/**
 * Explains hard words from now on, or no longer. The line that is being read stays where it is.
 * @throws what the browser throws when the words cannot be fetched
 */
export async function explainInText(explained: boolean): Promise<void> {
  wanted = explained;
  const [t, all] = explained ? await Promise.all([plainWords(), shared(), panelStyles()]) : [];
  // Something else may have been chosen while the words came.
  if (wanted !== explained || explained === rows.length > 0) return;
  await keepLine(() => {
    if (t && all) show({ name: t('row.name'), whose: all('note.name') });
    else hide();
    return undefined;
  });
}
