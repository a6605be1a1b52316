/** The ways through the book: its contents, its pages, and its landmarks. */
import type { Edition } from '../format.js';
import type { Chapter } from './chapters.js';
import { documentOf, langIn, xml } from './xml.js';

interface Entry {
  level: number;
  link: string;
  inside: Entry[];
}

/** @returns the headings of a chapter, each with those below it */
function nested(entries: readonly Entry[]): Entry[] {
  const top: Entry[] = [],
    path: Entry[] = [];
  for (const entry of entries) {
    while (path.length && path.at(-1)!.level >= entry.level) path.pop();
    (path.at(-1)?.inside ?? top).push(entry);
    path.push(entry);
  }
  return top;
}

const listOf = (entries: readonly Entry[]): string =>
  `<ol>${entries.map(({ link, inside }) => `<li>${link}${inside.length ? listOf(inside) : ''}</li>`).join('\n')}</ol>`;

/** @returns the navigation document: the contents can be read as a page, the rest is for the reading system */
export function navigationOf(chapters: readonly Chapter[], { reading: { t, language }, t: own }: Edition): string {
  const entries = chapters.flatMap(({ file, placed }) =>
    placed.flatMap(({ piece }): Entry[] => {
      const [level, id, words] =
        piece.kind === 'heading'
          ? [piece.level, piece.id, piece.words]
          : piece.kind === 'title'
            ? [2, 'title', piece.title]
            : [];
      return level
        ? [{ level, link: `<a href="${file}#${id}"${langIn(piece.lang, language)}>${xml(words!)}</a>`, inside: [] }]
        : [];
    }),
  );
  const about: Entry = { level: 2, link: `<a href="about.xhtml">${xml(own('epub.aboutBook'))}</a>`, inside: [] };
  const pages = chapters.flatMap(({ file, placed }) =>
    placed.flatMap(({ page }) => (page ? [`<li><a href="${file}#page-${page}">${page}</a></li>`] : [])),
  );
  const first = chapters[0]!.file;
  const contents = `<h1 id="toc-name">${xml(t('contents.heading'))}</h1>${listOf(nested([...entries, about]))}`;
  const pageList = `<h2 id="pages-name">${xml(own('epub.pages'))}</h2><ol>${pages.join('')}</ol>`;
  const landmarks = `<h2 id="landmarks-name">${xml(own('epub.landmarks'))}</h2><ol>
<li><a epub:type="cover" href="cover.xhtml">${xml(own('epub.coverName'))}</a></li>
<li><a epub:type="toc" href="#toc">${xml(t('contents.heading'))}</a></li>
<li><a epub:type="titlepage" href="${first}">${xml(own('epub.opening'))}</a></li>
<li><a epub:type="bodymatter" href="${chapters[1]?.file ?? first}">${xml(own('epub.report'))}</a></li>
<li><a epub:type="backmatter" href="about.xhtml">${xml(own('epub.aboutBook'))}</a></li>
</ol>`;
  const inside = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-name">${contents}</nav>
<nav epub:type="page-list" role="doc-pagelist" id="pages" aria-labelledby="pages-name" hidden="hidden">${pageList}</nav>
<nav epub:type="landmarks" id="landmarks" aria-labelledby="landmarks-name" hidden="hidden">${landmarks}</nav>`;
  return documentOf({
    lang: language,
    title: t('contents.heading'),
    body: ' epub:type="frontmatter" data-ours=""',
    inside,
  });
}
