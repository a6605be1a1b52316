/** Each kind of piece as blocks: how it looks, and how it is heard. */
import { scaleOf } from '../../pages/elements/stat-drawing.js';
import type { PieceOf } from '../pieces.js';
import type { Frame, Style } from './blocks.js';
import { add, run, tag, type Setting } from './setting.js';
import { slipIndent } from './styles.js';

/** Words that somebody said are set as a voice; the marks are in the text, so the tag adds none. */
export function paragraph(setting: Setting, { runs, lang }: PieceOf<'paragraph'>): void {
  const { styles, place } = setting;
  const its = tag('P', place.around, { lang });
  add(
    setting,
    runs.map(({ text, voice }) => (voice ? run(text, styles.said, tag('Quote', its)) : run(text, styles.body, its))),
  );
}

export function list(setting: Setting, { items, lang }: PieceOf<'list'>): void {
  const { styles, place, look } = setting;
  const its = tag('L', place.around, { lang, numbering: 'Disc' });
  for (const item of items) {
    const li = tag('LI', its);
    add(setting, [run(item, styles.body, tag('LBody', li))], {
      label: run('•', styles.bold, tag('Lbl', li)),
      indent: look.size * 1.4,
      before: look.size * 0.5,
    });
  }
}

/** A slip: who speaks is said first, then the words, then any attribution, as the report does. */
export function quotation(
  setting: Setting,
  { introduction, paragraphs, attribution, lang }: PieceOf<'quotation'>,
): void {
  const { styles, place, look } = setting;
  const { size } = look;
  const beside = { indent: slipIndent(look), narrow: look.tinted ? slipIndent(look) : 0 };
  if (introduction)
    add(setting, [run(introduction, styles.bold, tag('P', place.around, { lang }))], { withNext: true });
  // The one voice that opens a part, between its sign and its sections, is set large.
  const alone = place.around.type === 'Part',
    words: Style = alone ? { ...styles.quoted, size: look.headings[1] * 0.95 } : styles.quoted;
  const frame: Frame = { kind: 'slip', line: place.line, pad: look.tinted ? size * 0.8 : size * 0.2 };
  const its = tag('BlockQuote', place.around, { lang });
  paragraphs.forEach((text, index) => {
    add(setting, [run(text, words, tag('P', its))], {
      ...beside,
      leading: alone ? 1.3 : look.leading,
      frame,
      before: size * (index ? 0.6 : 0.9),
      ...(attribution && index === paragraphs.length - 1 && { withNext: true as const }),
    });
  });
  if (attribution)
    add(setting, [run(attribution, styles.body, tag('P', place.around, { lang }))], {
      indent: beside.indent,
      before: size * 0.4,
    });
}

/** Figures are sentences in a list, because that is how they are heard; the number is large inside its own sentence. */
export function figureList(setting: Setting, { statistics, lang }: PieceOf<'figures'>): void {
  const { styles, place, look, edition } = setting;
  const its = tag('L', place.around, { lang, numbering: 'None' }),
    scale = scaleOf(statistics),
    says = edition.reading.t('note.scale', { scale });
  for (const statistic of statistics) {
    const { statement, figure } = statistic;
    const body = tag('LBody', tag('LI', its));
    const at = figure ? statement.indexOf(figure) : 0,
      end = at + (figure?.length ?? 0);
    const number = { ...styles.number, colour: look.colours[`line-${place.line}`] };
    const runs = [
      run(statement.slice(0, at), styles.body, body),
      run(statement.slice(at, end), number, body),
      run(statement.slice(end), styles.body, body),
    ];
    add(
      setting,
      runs.filter(({ text }) => text),
      { leading: 1.25, before: look.size, whole: true, drawing: { statistic, scale, says } },
    );
  }
}

export function contactList(setting: Setting, { contacts, lang }: PieceOf<'contacts'>): void {
  const { styles, place, look } = setting;
  const its = tag('L', place.around, { lang, numbering: 'None' });
  for (const { label, lines, address } of contacts) {
    const body = tag('LBody', tag('LI', its));
    const link = address
      ? tag('Link', body, { link: { to: address, says: [label, ...lines].filter(Boolean).join(' ') } })
      : body;
    const inside = { whole: true as const, before: look.size * 0.1 };
    if (label) add(setting, [run(`${label} `, styles.body, body)], { ...inside, before: look.size, withNext: true });
    lines.forEach((line, index) =>
      add(setting, [run(index < lines.length - 1 ? `${line} ` : line, styles.bold, link)], {
        ...inside,
        ...(!label && !index && { before: look.size }),
        ...(index < lines.length - 1 && { withNext: true as const }),
      }),
    );
  }
}

export function signature(setting: Setting, { name, role, lang }: PieceOf<'signature'>): void {
  const { styles, place, look, blocks } = setting;
  blocks.at(-1)!.endsWithNext = true;
  add(setting, [run(name, styles.bold, tag('P', place.around, { lang }))], { withNext: true, before: look.size * 1.4 });
  add(setting, [run(role, styles.body, tag('P', place.around, { lang }))], { before: 0 });
}
