/** The whole edition as blocks, from the cover to the last way of contact, in the order in which it is heard. */
import { linesOf } from '../../pages/elements/report-body.js';
import type { Edition } from '../format.js';
import { piecesOf, type Piece, type PieceOf } from '../pieces.js';
import type { Block, Frame, LineNumber, Tag } from './blocks.js';
import type { Look } from './looks.js';
import { contents, editionName, note } from './our-words.js';
import { contactList, figureList, list, paragraph, quotation, signature } from './set-pieces.js';
import { add, run, settingOf, tag, type Setting } from './setting.js';
import { coverIndent } from './styles.js';

/** How much colour a sign has below its heading, and above it beside the margin of the page. */
const signPad = 28;

function cover(setting: Setting, { title, series, period, lang }: PieceOf<'title'>): void {
  const { look, styles, document } = setting;
  const frame: Frame = { kind: 'cover', line: 0, pad: 150, foot: 60 };
  const inside = { frame, indent: coverIndent(look), leading: 1.15, whole: true } as const;
  setting.place.around = document;
  add(setting, [run(title, styles.title, tag('H1', document, { lang }))], {
    ...inside,
    heading: { level: 1, id: 'title', words: title },
  });
  add(setting, [run(series, styles.series, tag('P', document, { lang }))], { ...inside, before: look.size });
  add(setting, [run(period, styles.period, tag('P', document, { lang }))], { ...inside, before: 0 });
  editionName(setting);
}

/** Opens the passage that a heading begins: its tag, its line, its sign. */
function heading(
  setting: Setting,
  { level, id, words, lang }: PieceOf<'heading'>,
  line: LineNumber,
  parents: Tag[],
): void {
  const { look, styles } = setting;
  const around = tag(level === 2 ? 'Part' : 'Sect', level === 2 ? setting.document : parents[level - 3]!, { lang });
  parents.length = level - 2;
  parents.push(around);
  const sign = level === 2 || (level === 3 && line > 0);
  setting.place = {
    around,
    line,
    post: sign ? line : (setting.place.post ?? 0),
    head: level === 4 ? setting.place.head : words,
  };
  const style = sign ? styles.sign(level as 2 | 3) : styles.heading(level, line);
  const frame: Frame = { kind: 'sign', line, pad: signPad, ...(id === 'contact' && { four: true as const }) };
  add(setting, [run(words, style, tag(`H${level}`, around))], {
    leading: 1.2,
    heading: { level, id, words },
    withNext: true,
    ...(sign ? { frame, newPage: true as const, narrow: 0 } : { before: look.size * (level === 3 ? 2.6 : 2.2) }),
    ...(level === 4 && line > 0 && { station: true as const }),
  });
}

/** @returns for each section on a line, and each story about one, the number of that line */
function lineNumbers({ report }: Edition): Record<string, LineNumber> {
  const lines = linesOf(report) as Record<string, LineNumber>;
  const stories = report.parts
    .flatMap(part => part.sections)
    .flatMap(section => section.stories.map(story => [story.id, lines[story.about ?? section.id] ?? 0] as const));
  return { ...Object.fromEntries(stories), ...lines };
}

/** What stands between headings. */
type Between = PieceOf<Exclude<Piece['kind'], 'title' | 'heading'>>;
const between: { [Kind in Between['kind']]: (setting: Setting, each: PieceOf<Kind>) => void } = {
  paragraph,
  list,
  quotation,
  signature,
  figures: figureList,
  contacts: contactList,
  note: (setting, { words }) => note(setting, words),
};
const piece = (setting: Setting, each: Between) =>
  (between[each.kind] as (setting: Setting, each: Between) => void)(setting, each);

/** @returns the blocks of an edition in one look */
export function flow(edition: Edition, look: Look): Block[] {
  const [title, ...rest] = piecesOf(edition) as [PieceOf<'title'>, ...(Between | PieceOf<'heading'>)[]];
  const setting = settingOf(edition, look, title.lang);
  const numbers = lineNumbers(edition),
    parents: Tag[] = [];
  cover(setting, title);
  const opening = rest.findIndex(({ kind }) => kind !== 'note');
  setting.place = { ...setting.place, head: edition.reading.t('contents.heading') };
  const behindCover = setting.blocks.length;
  for (const each of rest.slice(0, opening) as PieceOf<'note'>[]) piece(setting, each);
  contents(
    setting,
    rest.filter(each => each.kind === 'heading'),
  );
  setting.place = {
    around: tag('Sect', setting.document, { lang: title.lang }),
    line: 0,
    post: 0,
    head: `${title.series} ${title.period}`,
  };
  const first = setting.blocks.length;
  for (const each of rest.slice(opening)) {
    if (each.kind === 'heading') {
      heading(setting, each, numbers[each.id] ?? 0, parents);
      if (each.level === 2 && figuresIn(edition, each.id)) note(setting, edition.reading.t('note.drawings'));
    } else piece(setting, each);
  }
  for (const at of [behindCover, first]) setting.blocks[at]!.newPage = true;
  return setting.blocks;
}

const figuresIn = ({ report }: Edition, id: string): boolean =>
  report.parts.some(
    part =>
      part.id === id &&
      part.sections.some(section =>
        section.stories.some(story => story.blocks.some(({ type }) => type === 'statistic')),
      ),
  );
