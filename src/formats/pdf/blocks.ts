/**
 * What pages are set from: blocks of words, each word with its look and its tag. Nothing here knows of a PDF library.
 */
import type { Face } from './looks.js';
import type { Drawing } from './stat-drawing.js';

/** Where words stand in the structure that is heard (ISO 32000-1, 14.8.4). */
export interface Tag {
  type:
    | 'Document'
    | 'Part'
    | 'Sect'
    | `H${1 | 2 | 3 | 4}`
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'BlockQuote'
    | 'Quote'
    | 'Note'
    | 'TOC'
    | 'TOCI'
    | 'Reference'
    | 'Link';
  lang: string;
  parent?: Tag;
  /** Set where the words are ours: it says so to whoever looks at the tags, and tells them apart in tests. */
  title?: string;
  /** Needed by notes (ISO 14289-1, 7.9). */
  id?: string;
  /** How a list shows its labels. */
  numbering?: 'Disc' | 'None';
  /**
   * Where a link goes: an address, or `#` and the id of a heading; and what is said of it. Its words must stand on one
   * page.
   */
  link?: { to: string; says: string };
}

export interface Style {
  face: Face;
  size: number;
  colour: string;
}
export interface Run {
  text: string;
  style: Style;
  tag: Tag;
}

/** Which of the lines of the report: 0 is the cover and the joins. */
export type LineNumber = 0 | 1 | 2 | 3 | 4;

/** What is drawn around neighbouring blocks. Compared by identity. */
export interface Frame {
  kind: 'slip' | 'note' | 'sign' | 'cover';
  line: LineNumber /** Space above and below the words in it. */;
  pad: number;
  foot?: number;
  four?: true;
}

export interface Block {
  runs: Run[];
  /** Distance between lines, as a multiple of the size. */
  leading: number;
  /** Space before it, from the left and from the right margin. */
  before: number;
  indent: number;
  narrow: number;
  /**
   * `whole`: all its lines stand on one page. `withNext`: all its lines, and the first of what follows. `endsWithNext`:
   * its last lines, and the first of what follows.
   */
  whole?: true;
  withNext?: true;
  endsWithNext?: true;
  newPage?: true;
  frame?: Frame;
  /** The line that it is about; the line that runs down its page, if one does; what the running head says. */
  line: LineNumber;
  post?: LineNumber;
  head: string;
  heading?: { level: 1 | 2 | 3 | 4; id: string; words: string };
  /** A label in front of the first line. */
  label?: Run;
  /** The id of the heading whose page number stands at the end. */
  pageOf?: string;
  station?: true;
  /** What is drawn below it. */
  drawing?: Drawing;
}
