/** What a block needs besides its words: where the report has got to. */
import type { Edition } from '../format.js';
import type { Block, LineNumber, Run, Style, Tag } from './blocks.js';
import type { Look } from './looks.js';
import { stylesOf, type Styles } from './styles.js';

/** Where the report has got to while its pieces become blocks; `around` is the tag of the passage. */
export interface Position {
  around: Tag;
  line: LineNumber;
  post?: LineNumber;
  head: string;
}

export interface Setting {
  edition: Edition;
  look: Look;
  styles: Styles;
  document: Tag;
  place: Position;
  blocks: Block[];
  /** The number of the next note of ours. */
  notes: number;
}

/** @param lang of the report's own words */
export function settingOf(edition: Edition, look: Look, lang: string): Setting {
  const document: Tag = { type: 'Document', lang };
  return {
    edition,
    look,
    styles: stylesOf(look),
    document,
    place: { around: document, line: 0, head: '' },
    blocks: [],
    notes: 1,
  };
}

export const tag = (type: Tag['type'], parent: Tag, more: Partial<Tag> = {}): Tag => ({
  type,
  parent,
  lang: parent.lang,
  ...more,
});
export const run = (text: string, style: Style, its: Tag): Run => ({ text, style, tag: its });

type More = Partial<Omit<Block, 'runs'>>;
/** Adds a block at the place where the report is. */
export function add(setting: Setting, runs: Run[], more: More = {}): Block {
  const {
    look,
    place: { around: _, ...place },
  } = setting;
  const block: Block = {
    runs,
    leading: look.leading,
    before: look.size * 0.75,
    indent: 0,
    narrow: 0,
    ...place,
    ...more,
  };
  setting.blocks.push(block);
  return block;
}
