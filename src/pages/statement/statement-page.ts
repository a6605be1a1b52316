/**
 * The accessibility statement as a page: data in, markup out. Its headings are those of the UK government's model
 * statement, in its order.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../../model/pages.js';
import type { PageNames } from '../all-pages.js';
import { furtherPage } from '../further-page.js';
import { markedLanguage } from '../elements/our-note.js';
import type { Contact } from '../../model/report/model.js';
import { criteria, criteriaWith, isFullyCompliant, levels, type Criterion } from './criteria.js';
import type { StatementKey, StatementReading } from './words.js';
import { dayIn } from '../../model/words/day.js';

/**
 * `readings` are both languages' words, the page's own first. `contacts` are the ways to reach the publisher, as the
 * report gives them. `root` leads from the page to the site's root. The page was built on the day of `date`. `controls`
 * stand in the bar of every page.
 */
interface Statement {
  readings: readonly [StatementReading, StatementReading];
  contacts: readonly Contact[];
  root: string;
  date: Date;
  names: PageNames;
  controls: unknown;
}

/** Ways that serve a question about access; an account or a survey does not. */
const answering: readonly string[] = ['email', 'phone', 'text-relay', 'post'];

const list = (items: readonly unknown[]) =>
  html`<ul role="list" class="list">${items.map(item => html`<li>${item}</li>`)}</ul>`;
const words = ({ t }: StatementReading, keys: readonly StatementKey[]) => list(keys.map(key => t(key)));

function ways({ readings: [{ t }], contacts }: Statement): TemplateResult {
  const found = contacts.filter(({ kind }) => answering.includes(kind));
  const items = found.map(({ kind, lines, address }) => {
    const way = address ? html`<a href=${address}>${lines}</a>` : lines.map(line => html`<br>${line}`);
    return html`<li>${t(`contact.${kind}` as StatementKey)} ${way}</li>`;
  });
  return html`<ul role="list">${items}</ul>`;
}

/** The criteria's names and proofs are English everywhere: WCAG 2.2 has no official Welsh version. */
const nameOf = ({ number, name }: Criterion, english: unknown) => html`${number} <span lang=${english}>${name}</span>`;

function limits(found: readonly Criterion[], { language, t }: StatementReading): TemplateResult {
  const english = markedLanguage('en', language);
  const item = (each: Criterion) =>
    html`<b>${nameOf(each, english)}</b><br>${t(`limit.${each.number}` as StatementKey)}`;
  return found.length ? list(found.map(item)) : html`<p>${t('limits.none')}</p>`;
}

const principles = ['1', '2', '3', '4'] as const;
const columns = ['criterion', 'level', 'outcome', 'proof'] as const;

/**
 * A table for each principle of WCAG, so that headings lead to it. Roles stand beside the elements that have them,
 * because where the window is narrow the rows become blocks, and some browsers then forget that there is a table.
 */
function table(principle: (typeof principles)[number], { language, t }: StatementReading): TemplateResult {
  const english = markedLanguage('en', language);
  const rows = criteria.filter(({ number }) => number.startsWith(principle));
  const line = (each: Criterion) => {
    const name = html`<th role="rowheader" scope="row">${nameOf(each, english)}</th>`,
      level = html`<td role="cell">${t('table.level', { level: each.level })}</td>`,
      outcome = html`<td role="cell" data-outcome=${each.outcome}>${t(`outcome.${each.outcome}`)}</td>`,
      proof = html`<td role="cell" lang=${english}>${each.proof}</td>`;
    return html`<tr role="row">${name}${level}${outcome}${proof}</tr>`;
  };
  const names = columns.map(column => html`<th role="columnheader" scope="col">${t(`column.${column}`)}</th>`),
    caption = t('table.caption', { first: rows[0]!.number, last: rows.at(-1)!.number });
  const head = html`<caption>${caption}</caption><thead role="rowgroup"><tr role="row">${names}</tr></thead>`,
    body = html`<tbody role="rowgroup">${rows.map(line)}</tbody>`;
  return html`<h3>${t(`principle.${principle}`)}</h3><table role="table">${head}${body}</table>`;
}

const uses: readonly StatementKey[] = [
  'use.size',
  'use.colours',
  'use.keyboard',
  'use.voice',
  'use.listening',
  'use.anywhere',
  'use.languages',
];
const efforts: readonly StatementKey[] = ['accessible.reading', 'accessible.signing', 'accessible.welsh'];
type SectionName =
  | 'use'
  | 'accessible'
  | 'feedback'
  | 'reporting'
  | 'enforcement'
  | 'technical'
  | 'limits'
  | 'preparation'
  | 'table';

function text(statement: Statement): TemplateResult {
  const {
    readings: [reading],
    root,
    names,
    date,
  } = statement;
  const { language, t } = reading;
  const day = dayIn(language, date);
  const counts = levels.map(level =>
    t('preparation.level', {
      level,
      met: criteriaWith(level, 'met').length,
      notApplicable: criteriaWith(level, 'not applicable').length,
      notMet: criteriaWith(level, 'not met').length,
    }),
  );
  const formats = html`<a href=${root + addressOf('formats/', language)}>${names[language]['formats/']}</a>`,
    service = html`<a href="https://www.equalityadvisoryservice.com/">${t('enforcement.service')}</a>`,
    english = language === 'cy' ? html`<p>${t('table.english')}</p>` : nothing;
  const paragraph = (key: StatementKey) => html`<p>${t(key)}</p>`;
  const section = (name: SectionName, ...inside: unknown[]) =>
    html`<section class="plain"><h2>${t(`${name}.heading`)}</h2>${inside}</section>`;
  const below = (heading: StatementKey, inside: unknown) => html`<h3>${t(heading)}</h3>${inside}`;

  const compliance = paragraph(isFullyCompliant() ? 'status.full' : 'status.partial');
  const limitsByLaw = limits([...criteriaWith('A', 'not met'), ...criteriaWith('AA', 'not met')], reading),
    limitsBeyond = limits(criteriaWith('AAA', 'not met'), reading);
  const known = [
    below('limits.regulations', limitsByLaw),
    below('limits.burden', paragraph('limits.noBurden')),
    below('limits.scope', paragraph('limits.noScope')),
    below('limits.beyond', limitsBeyond),
  ];
  const prepared = [
    html`<p>${t('preparation.date', { date: day })}</p>`,
    paragraph('preparation.how'),
    paragraph('accessible.tests'),
    html`<p>${t('preparation.counts', { number: criteria.length })}</p>`,
    list(counts),
  ];
  const tables = principles.map(principle => table(principle, reading));
  return html`${section('use', paragraph('use.intro'), words(reading, uses))}
${section('accessible', paragraph('accessible.intro'), words(reading, efforts))}
${section('feedback', html`<p>${t('feedback.ready')} ${formats}</p>`, paragraph('feedback.words'), ways(statement))}
${section('reporting', paragraph('reporting.words'))}
${section('enforcement', paragraph('enforcement.words'), html`<p>${service}</p>`)}
${section('technical', paragraph('technical.words'), below('status.heading', compliance))}
${section('limits', known)}
${section('preparation', prepared)}
${section('table', paragraph('table.about'), english, tables)}`;
}

/** @returns the contents of `body` */
export function statementPage(statement: Statement): TemplateResult {
  const {
    readings: [{ language, t }],
    root,
    names,
    controls,
  } = statement;
  const words = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    about: t('about'),
    pages: t('pages.heading'),
  };
  return furtherPage({ page: 'accessibility/', language, root, names, controls, words }, text(statement));
}
