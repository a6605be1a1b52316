/**
 * Marks as files that a person reads: Markdown, and a page of HTML. Whatever was written is shown as it was written,
 * never run.
 */
import type { Names } from './file.js';
import { limits, wordsMarked, type Mark } from './model.js';
import { kindName, type MarksWords } from './words.js';

/**
 * What both files need: the marks in the order of the text, the language of the page and of each mark's words, and the
 * link to its passage in the report.
 */
interface Exported {
  marks: readonly Mark[];
  names: Names;
  t: MarksWords;
  language: string;
  languageOf(mark: Mark): string;
  linkTo(mark: Mark): string;
}

const day = (date: string) => date.slice(0, 10);

/** @returns the marks under each heading, in order */
export function byHeading<Each extends Mark>(
  marks: readonly Each[],
  headingOf: (mark: Each) => string = ({ heading }) => heading,
): [heading: string, marks: Each[]][] {
  const groups: [string, Each[]][] = [];
  for (const mark of marks) {
    const heading = headingOf(mark),
      last = groups[groups.length - 1];
    if (last?.[0] === heading) last[1].push(mark);
    else groups.push([heading, [mark]]);
  }
  return groups;
}

/** Signs that mean something in Markdown mean themselves. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+=]|\d+[.)])/gm, '$1\\$2');
const quoted = (text: string) =>
  plain(text)
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n');

/** @returns the marks as Markdown */
export function markdownOf({ marks, names, t, linkTo }: Exported): string {
  const one = (mark: Mark) =>
    [
      `### ${plain(kindName(mark.kind, t, names))}${mark.name ? `: ${plain(mark.name)}` : ''}`,
      quoted(wordsMarked(mark)),
      ...(mark.note ? [`**${t('kind.note')}:**`, plain(mark.note).replace(/\n/g, '  \n')] : []),
      `[${t('export.link')}](<${linkTo(mark)}>) · ${t('export.made', { date: day(mark.made) })}`,
    ].join('\n\n');
  return (
    [
      `# ${t('export.title')}`,
      ...byHeading(marks).flatMap(([heading, group]) => [
        ...(heading ? [`## ${plain(heading)}`] : []),
        ...group.map(one),
      ]),
    ].join('\n\n') + '\n'
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, sign => entities[sign]!);

const styles =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;' +
  'color:#1b2030;background:#fdfbf8}' +
  'blockquote{margin:1rem 0;border-inline-start:.25rem solid;padding-inline-start:1rem}' +
  '.note{white-space:pre-wrap;overflow-wrap:anywhere}' +
  'a{color:inherit;display:inline-block;padding:.5rem 0}' +
  '@media(prefers-color-scheme:dark){body{color:#e6e8ee;background:#10151f}}';

/** @returns the marks as a whole page, which asks nothing of anybody */
export function htmlOf({ marks, names, t, language, languageOf, linkTo }: Exported): string {
  const one = (mark: Mark) => {
    const name = mark.name ? `: ${safe(mark.name)}` : '',
      note = mark.note ? `<p><b>${safe(t('kind.note'))}:</b></p><p class="note">${safe(mark.note)}</p>\n` : '',
      date = day(mark.made);
    const words = `${safe(t('export.link'))}: ${safe(wordsMarked(mark, limits.around))}`,
      link = `<a href="${safe(linkTo(mark))}">${words}</a>`,
      made = `<time datetime="${safe(date)}">${safe(t('export.made', { date }))}</time>`;
    return `<article><h3>${safe(kindName(mark.kind, t, names))}${name}</h3>
<blockquote lang="${safe(languageOf(mark))}">${safe(wordsMarked(mark))}</blockquote>
${note}<p>${link} ${made}</p></article>`;
  };
  const groups = byHeading(marks).map(([heading, group]) => {
    const name = heading ? `<h2 lang="${safe(languageOf(group[0]!))}">${safe(heading)}</h2>` : '';
    return `<section>${name}\n${group.map(one).join('\n')}</section>`;
  });
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    title = safe(t('export.title'));
  return `<!doctype html>
<html lang="${safe(language)}">${meta}<title>${title}</title><style>${styles}</style>
<main><h1>${title}</h1>
${groups.join('\n')}
</main></html>
`;
}
