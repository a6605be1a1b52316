/**
 * Tags become structure elements, each when the first of its words is written: so the order heard is the order written.
 */
import type { Tag } from './blocks.js';
import type { Paper } from './paper.js';

/** What pdfkit's types leave out: an element's own dictionary, for the entries that its options do not know. */
type Element = PDFKit.PDFStructureElement & { dictionary: { data: Record<string, unknown> } };
interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Tags {
  readonly #paper: Paper;
  readonly #elements = new Map<Tag, Element>();
  readonly #ids: [string, unknown][] = [];
  /** The tag whose words are being written. */
  #open: Tag | undefined;
  #links = new Map<Tag, Place>();

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  #elementOf(tag: Tag): Element {
    const made = this.#elements.get(tag);
    if (made) return made;
    const { type, parent, lang, title, id, numbering } = tag;
    const above = parent && this.#elementOf(parent);
    const element = this.#paper.struct(type, {
      ...(lang !== parent?.lang && parent && { lang }),
      ...(title && { title }),
    }) as Element;
    const { data } = element.dictionary;
    if (numbering) data['A'] = { O: 'List', ListNumbering: numbering };
    if (id) {
      data['ID'] = new String(id);
      this.#ids.push([id, element.dictionary]);
    }
    if (above) above.add(element);
    else this.#paper.addStructure(element);
    this.#elements.set(tag, element);
    return element;
  }

  /** What is written from here on belongs to `tag`. */
  begin(tag: Tag): void {
    if (this.#open === tag) return;
    this.end();
    const element = this.#elementOf(tag);
    element.add(this.#paper.markStructureContent(tag.type));
    this.#open = tag;
  }

  /** What is written from here on belongs to no tag. */
  end(): void {
    if (this.#open) this.#paper.endMarkedContent();
    this.#open = undefined;
  }

  /** Remembers where words of a link stand; other words are passed over. */
  cover(tag: Tag, { x, y, width, height }: Place): void {
    if (!tag.link) return;
    const before = this.#links.get(tag) ?? { x, y, width, height };
    const left = Math.min(before.x, x),
      top = Math.min(before.y, y);
    this.#links.set(tag, {
      x: left,
      y: top,
      width: Math.max(before.x + before.width, x + width) - left,
      height: Math.max(before.y + before.height, y + height) - top,
    });
  }

  /**
   * Ends a page: its links can be pressed. They end here too, because pdfkit notes the page of a link when its element
   * ends.
   */
  endPage(says: (tag: Tag) => string): void {
    this.end();
    for (const [tag, { x, y, width, height }] of this.#links) {
      const element = this.#elementOf(tag),
        to = tag.link!.to;
      const options = { structParent: element, Contents: new String(says(tag)) } as object;
      if (to.startsWith('#')) this.#paper.goTo(x, y, width, height, to.slice(1), options);
      else this.#paper.link(x, y, width, height, to, options);
      element.end();
    }
    this.#links.clear();
  }

  /** Ends the file: notes can be found by their ids (ISO 32000-1, 7.9.6). */
  endAll(): void {
    const names = this.#ids.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, element]) => [new String(id), element]);
    if (names.length)
      (this.#paper.getStructTreeRoot() as unknown as { data: Record<string, unknown> }).data['IDTree'] = {
        Names: names,
      };
  }
}
