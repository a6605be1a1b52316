/**
 * The page in plain words: a summary of each passage, hard words explained, and help lines. All of it is ours; the
 * headings are the report's.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageNames } from '../all-pages.js';
import { furtherPage, section } from '../further-page.js';
import { markedLanguage } from '../elements/our-note.js';
import type { Language } from '../../model/words/translate.js';
import type { Part, Report, Section, Story } from '../../model/report/model.js';
import { helpLines, summaryOf, terms, webOf, type HelpLine, type Term } from '../../model/explanations.js';
import type { PlainPageReading } from './page-words.js';
import { dayIn } from '../../model/words/day.js';

/** `root` leads from the page to the site's root. `controls` stand in the bar of every page. */
interface PlainPage {
  reading: PlainPageReading;
  root: string;
  report: Report;
  names: PageNames;
  controls: unknown;
}

/** A heading of the report, as the way to where it stands; then what stands there, in plain words. */
function passage(
  { id, heading }: Part | Section | Story,
  level: 3 | 4 | 5,
  { reading: { language }, report }: PlainPage,
): TemplateResult | typeof nothing {
  const summary = summaryOf(id, language);
  if (!summary) return nothing;
  const link = html`<a href="../#${id}" lang=${markedLanguage(report.language, language)}>${heading}</a>`;
  const name = level === 3 ? html`<h3>${link}</h3>` : level === 4 ? html`<h4>${link}</h4>` : html`<h5>${link}</h5>`;
  return html`${name}<p>${summary}</p>`;
}

const summaries = (page: PlainPage): unknown[] =>
  page.report.parts.flatMap(part => [
    passage(part, 3, page),
    ...part.sections.flatMap(section => [
      passage(section, 4, page),
      ...section.stories.map(story => passage(story, 5, page)),
    ]),
  ]);

/** The word in the reader's language, then the report's own where that is another, then what it means. */
function term(each: Term, language: Language): TemplateResult {
  const { [language]: own, en } = each,
    { expansion } = own,
    english = own.term === en.term ? nothing : html` (<span lang="en">${en.term}</span>)`;
  const long = expansion ? html`<p>${expansion}</p>` : nothing;
  return html`<dt>${own.term}${language === 'en' ? nothing : english}</dt><dd>${long}<p>${own.means}</p></dd>`;
}

function words({ reading: { language } }: PlainPage): TemplateResult {
  const { compare } = new Intl.Collator(language);
  const ordered = terms.toSorted((one, other) => compare(one[language].term, other[language].term));
  return html`<dl>${ordered.map(each => term(each, language))}</dl>`;
}

/** While nothing was checked, the list says so once. */
const someChecked = helpLines.some(({ checked }) => checked);

/** When a help line was checked. */
function check(checked: HelpLine['checked'], { language, t }: PlainPageReading): TemplateResult {
  const words = checked ? t('help.checked', { date: dayIn(language, checked) }) : t('help.unchecked');
  return html`<br><small>${words}</small>`;
}

function helpLine(each: HelpLine, reading: PlainPageReading): TemplateResult {
  const { name, for: whom, phone, tel, languages, checked } = each,
    { language, t } = reading,
    web = webOf(each, language);
  const about = html`<b>${name[language]}</b> ${whom[language]}<br><a href="tel:${tel}">${phone}</a>`,
    shortWeb = web?.replace(/^https:\/\/(www\.)?|\/$/g, ''),
    site = web ? html` <a href=${web} rel="noreferrer">${shortWeb}</a>` : nothing,
    welsh = languages.includes('cy') ? html`<br>${t('help.welsh')}` : nothing;
  return html`<li>${about}${site}${welsh}${someChecked ? check(checked, reading) : nothing}</li>`;
}

/** @returns the contents of `body` */
export function plainPage(page: PlainPage): TemplateResult {
  const { reading, root, names, controls } = page,
    { language, t } = reading;
  const frame = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    about: t('about'),
    pages: t('pages.heading'),
  };
  const parts = ['summaries', 'words', 'help'] as const,
    contents = parts.map(part => html`<li><a href="#${part}">${t(`${part}.heading`)}</a></li>`);
  const unchecked = someChecked ? nothing : html`<p>${t('help.noneChecked')}</p>`,
    lines = html`<ul role="list" class="list">${helpLines.map(each => helpLine(each, reading))}</ul>`;
  return furtherPage(
    { page: 'plain/', language, root, names, controls, words: frame },
    html`<nav class="plain" aria-label=${t('here')}><ul role="list">${contents}</ul></nav>
${section('summaries', t('summaries.heading'), html`<p>${t('summaries.about')}</p>${summaries(page)}`)}
${section('words', t('words.heading'), html`<p>${t('words.about')}</p>${words(page)}`)}
${section('help', t('help.heading'), html`<p>${t('help.about')}</p>${unchecked}${lines}`)}`,
  );
}
