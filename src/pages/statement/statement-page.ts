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
 * report gives them. `root` leads from the page to the site's root. The statement was made on the day of `date`. `exit`
 * is the way out in the bar of every page.
 */
interface Statement {
  readings: readonly [StatementReading, StatementReading];
  contacts: readonly Contact[];
  root: string;
  date: Date;
  names: PageNames;
  exit: unknown;
}

/** Ways that serve a question about access; an account or a survey does not. */
const answering: readonly string[] = ['email', 'phone', 'text-relay', 'post'];

const list = (items: readonly unknown[]) =>
  html`<ul role="list" class="list">${items.map(item => html`<li>${item}</li>`)}</ul>`;
const words = ({ t }: StatementReading, keys: readonly StatementKey[]) => list(keys.map(key => t(key)));

function ways({ readings: [{ t }], contacts }: Statement): TemplateResult {
  const found = contacts.filter(({ kind }) => answering.includes(kind));
  return html`<ul role="list">${found.map(
    ({ kind, lines, address }) =>
      html`<li>${t(`contact.${kind}` as StatementKey)} ${address ? html`<a href=${address}>${lines}</a>` : html`<br>${lines.map((line, index) => (index ? html`<br>${line}` : line))}`}</li>`,
  )}</ul>`;
}

/** The criteria's names and proofs are English everywhere: WCAG 2.2 has no official Welsh version. */
const nameOf = ({ number, name }: Criterion, english: unknown) => html`${number} <span lang=${english}>${name}</span>`;

function limits(found: readonly Criterion[], { language, t }: StatementReading): TemplateResult {
  const english = markedLanguage('en', language);
  return found.length
    ? html`<ul role="list" class="list">${found.map(each => html`<li><b>${nameOf(each, english)}</b><br>${t(`limit.${each.number}` as StatementKey)}</li>`)}</ul>`
    : html`<p>${t('limits.none')}</p>`;
}

const principles = ['1', '2', '3', '4'] as const;

/**
 * A table for each principle of WCAG, so that headings lead to it. Roles stand beside the elements that have them,
 * because where the window is narrow the rows become blocks, and some browsers then forget that there is a table.
 */
function table(principle: (typeof principles)[number], { language, t }: StatementReading): TemplateResult {
  const english = markedLanguage('en', language);
  const rows = criteria.filter(({ number }) => number.startsWith(principle));
  const line = (each: Criterion) =>
    html`<tr role="row"><th role="rowheader" scope="row">${nameOf(each, english)}</th><td role="cell">${t('table.level', { level: each.level })}</td><td role="cell" data-outcome=${each.outcome}>${t(`outcome.${each.outcome}`)}</td><td role="cell" lang=${english}>${each.proof}</td></tr>`;
  return html`<h3>${t(`principle.${principle}`)}</h3><table role="table"><caption>${t('table.caption', { first: rows[0]!.number, last: rows.at(-1)!.number })}</caption><thead role="rowgroup"><tr role="row">${(['criterion', 'level', 'outcome', 'proof'] as const).map(column => html`<th role="columnheader" scope="col">${t(`column.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map(line)}</tbody></table>`;
}

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
  return html`<section class="plain"><h2>${t('use.heading')}</h2><p>${t('use.intro')}</p>${words(reading, ['use.size', 'use.colours', 'use.keyboard', 'use.voice', 'use.listening', 'use.anywhere', 'use.languages'])}</section>
<section class="plain"><h2>${t('accessible.heading')}</h2><p>${t('accessible.intro')}</p>${words(reading, ['accessible.reading', 'accessible.signing', 'accessible.welsh', 'accessible.tests'])}</section>
<section class="plain"><h2>${t('feedback.heading')}</h2><p>${t('feedback.ready')} <a href=${root + addressOf('formats/', language)}>${names[language]['formats/']}</a></p><p>${t('feedback.words')}</p>${ways(statement)}</section>
<section class="plain"><h2>${t('reporting.heading')}</h2><p>${t('reporting.words')}</p></section>
<section class="plain"><h2>${t('enforcement.heading')}</h2><p>${t('enforcement.words')}</p><p><a href="https://www.equalityadvisoryservice.com/">${t('enforcement.service')}</a></p></section>
<section class="plain"><h2>${t('technical.heading')}</h2><p>${t('technical.words')}</p><h3>${t('status.heading')}</h3><p>${t(isFullyCompliant() ? 'status.full' : 'status.partial')}</p></section>
<section class="plain"><h2>${t('limits.heading')}</h2><h3>${t('limits.regulations')}</h3>${limits([...criteriaWith('A', 'not met'), ...criteriaWith('AA', 'not met')], reading)}<h3>${t('limits.burden')}</h3><p>${t('limits.noBurden')}</p><h3>${t('limits.scope')}</h3><p>${t('limits.noScope')}</p><h3>${t('limits.beyond')}</h3>${limits(criteriaWith('AAA', 'not met'), reading)}</section>
<section class="plain"><h2>${t('preparation.heading')}</h2><p>${t('preparation.date', { date: day })}</p><p>${t('preparation.how')}</p><p>${t('preparation.counts', { number: criteria.length })}</p>${list(counts)}</section>
<section class="plain"><h2>${t('table.heading')}</h2><p>${t('table.about')}</p>${language === 'cy' ? html`<p>${t('table.english')}</p>` : nothing}${principles.map(principle => table(principle, reading))}</section>`;
}

/** @returns the contents of `body` */
export function statementPage(statement: Statement): TemplateResult {
  const {
    readings: [{ language, t }],
    root,
    names,
    exit,
  } = statement;
  const words = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    report: t('bar.report'),
    about: t('about'),
    pages: t('pages.heading'),
  };
  return furtherPage({ page: 'accessibility/', language, root, names, exit, words }, text(statement));
}
