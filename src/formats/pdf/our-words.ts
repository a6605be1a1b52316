/**
 * The words of this edition that are ours: what edition it is, the contents, notes. Each carries in its tag that it is
 * ours.
 */
import { dayIn } from '../../model/words/day.js';
import type { Piece } from '../pieces.js';
import type { Frame, Tag } from './blocks.js';
import { add, run, tag, type Setting } from './setting.js';
import { coverIndent, slipIndent } from './styles.js';

/** @returns a tag for words of ours, in the language of the interface */
export const ourTag = ({ edition }: Setting, type: Tag['type'], parent: Tag, more: Partial<Tag> = {}): Tag =>
  tag(type, parent, { lang: edition.reading.language, title: edition.t('pdf.ours'), ...more });

/** A note in a dashed frame, which says first whose words it holds. It stands on the page of what it is about. */
export function note(setting: Setting, words: string): void {
  const {
    edition: { reading },
    look,
    styles,
    place,
  } = setting;
  const frame: Frame = { kind: 'note', line: 0, pad: look.size * 0.7 };
  const its = ourTag(setting, 'Note', place.around, { id: `note-${setting.notes++}` });
  const inside = { frame, indent: slipIndent(look) * 0.8, narrow: slipIndent(look) * 0.4, whole: true } as const;
  add(setting, [run(reading.t('note.name'), styles.bold, tag('P', its))], {
    ...inside,
    withNext: true,
    before: look.size * 1.2,
  });
  add(setting, [run(words, styles.body, tag('P', its))], { ...inside, withNext: true, before: 0 });
}

/** Which edition this is, at the foot of the cover. */
export function editionName(setting: Setting): void {
  const {
    edition: { t },
    look,
    styles,
    document,
  } = setting;
  const indent = coverIndent(look);
  add(setting, [run(t(look.name), styles.bold, ourTag(setting, 'P', document))], {
    indent,
    before: look.size * 2,
    whole: true,
  });
}

type Heading = Extract<Piece, { kind: 'heading' }>;

/** The contents: a link for each heading, its page at the end of the line. */
export function contents(setting: Setting, headings: readonly Heading[]): void {
  const {
    edition: { reading, t, site, changed },
    look,
    styles,
    document,
  } = setting;
  const around = ourTag(setting, 'Sect', document);
  const heading = reading.t('contents.heading');
  setting.place = { around, line: 0, head: heading };
  add(setting, [run(heading, styles.heading(2, 0), tag('H2', around))], {
    withNext: true,
    before: look.size * 2,
    leading: 1.2,
    heading: { level: 2, id: 'contents', words: heading },
  });
  const lists: Tag[] = [];
  const items: Tag[] = [];
  // The short parts at the end stand together.
  const starts = headings.flatMap(({ level }, at) => (level === 2 ? [at] : []));
  const end = starts.findLast((at, nth) => (starts[nth + 1] ?? headings.length) - at > 8) ?? 0,
    short = starts.find(at => at > end) ?? headings.length;
  for (const [index, { level, id, words, lang }] of headings.entries()) {
    const depth = level - 2;
    lists.length = Math.min(lists.length, depth + 1);
    lists[depth] ??= tag('TOC', depth ? (items[depth - 1] ?? around) : around);
    const item = (items[depth] = tag('TOCI', lists[depth]));
    const link = tag('Link', tag('Reference', item), { lang, link: { to: `#${id}`, says: words } });
    add(setting, [run(words, level === 2 ? styles.bold : styles.body, link)], {
      leading: 1.3,
      before: look.size * (level === 2 ? 0.9 : 0.4),
      indent: depth * look.size,
      narrow: look.size * 2,
      whole: true,
      pageOf: id,
      ...(index + 1 < headings.length && (level === 2 || index >= short) && { withNext: true as const }),
    });
  }
  add(setting, [run(t('pdf.oursAre'), styles.body, tag('P', around))], {
    before: look.size * 1.6,
    whole: true,
    withNext: true,
  });
  add(setting, [run(t('file.changed', { date: dayIn(reading.language, changed) }), styles.body, tag('P', around))], {
    before: 0,
    whole: true,
    ...(site && { withNext: true as const }),
  });
  if (!site) return;
  const address = tag('Link', tag('P', around), { link: { to: site, says: t('file.site', { site }) } });
  add(setting, [run(t('file.site', { site }), styles.body, address)], { whole: true });
}
