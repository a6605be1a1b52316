/**
 * The text of a passage as it is searched, and the way back from a letter of it to the page. No text of the page is
 * changed by this.
 */

interface Part {
  node: Text;
  start: number;
}
/** The letters of a passage, and the texts in the page that they stand in. */
export interface PassageText {
  text: string;
  parts: readonly Part[];
}

/** @returns the text of a passage, without words of ours that stand in it; where a line is broken, a word ends */
export function textOf(passage: HTMLElement): PassageText {
  const parts: Part[] = [];
  let text = '';
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    node instanceof Element && node.matches('[data-ours], svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      parts.push({ node, start: text.length });
      text += node.data;
    } else if (node.nodeName === 'BR') text += '\n';
  }
  return { text, parts };
}

/** @returns the range in the page from one letter up to another; nothing where the page no longer has them */
export function rangeOf({ parts }: PassageText, start: number, end: number): Range | undefined {
  const at = (letter: number) => parts.filter(part => part.start <= letter).pop();
  const first = at(start),
    last = at(end - 1),
    range = document.createRange();
  if (
    !first?.node.isConnected ||
    !last ||
    start - first.start > first.node.length ||
    end - last.start > last.node.length
  )
    return undefined;
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
