/** The whole report, from the cover to the contact page, as the contents of `main`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Key, Reading } from '../../model/words/translate.js';
import type { Part, Report } from '../../model/report/model.js';
import { blocksOf } from './blocks.js';
import './contents-list.js';
import { lightSlot } from './light-element.js';
import { markedLanguage, ourNote } from './our-note.js';
import './report-section.js';
import type { Lines, SectionSetting } from './report-section.js';

/** @returns each section that tells stories, numbered in order: the lines that run through the report */
export function linesOf(report: Report): Lines {
  const telling = report.parts
    .flatMap(part => part.sections)
    .filter(section => section.stories.some(story => !story.about));
  return Object.fromEntries(telling.map((section, index) => [section.id, index + 1]));
}

/** @returns for each story, the id of what comes after it */
function followingStories(report: Report): Record<string, string> {
  const following: Record<string, string> = {};
  let before: string | undefined;
  const arrive = (id: string) => {
    if (before) following[before] = id;
    before = undefined;
  };
  for (const part of report.parts) {
    arrive(part.id);
    for (const section of part.sections) {
      arrive(section.id);
      for (const story of section.stories) {
        arrive(story.id);
        before = story.id;
      }
    }
  }
  return following;
}

const cover = ({ title, series, period, opening }: Report, reading: Reading, notice: unknown): TemplateResult => {
  const voices = opening.findIndex(block => block.type === 'quotation');
  const name = html`<h1>${title} <span>${series} <b>${period}</b></span></h1>`,
    sign = html`<div class="sign four cover">${name}${blocksOf(opening.slice(0, voices), reading)}</div>`;
  return html`${sign}${notice}<div class="voices">${blocksOf(opening.slice(voices), reading)}</div>`;
};

function part({ id, heading, lang, blocks, sections }: Part, setting: SectionSetting): TemplateResult {
  const { reading, lines, notes } = setting;
  const [from, to] = [sections[0], sections.at(-1)].map(section => section && lines[section.id]);
  const routes = blocks.some(block => block.type === 'contact');
  const kind = from && to ? `sign two line-${from} to-${to}` : sections.length || routes ? 'sign four' : 'head';
  // A part that only opens others stands in its sign; one with a text of its own has its sign, then the text.
  const inside = from || routes;
  const about = sections.some(section => section.stories.some(story => story.about))
    ? ourNote(reading, html`<p>${reading.t('note.drawings')}</p>`, 'silent')
    : nothing;
  const notesOfOurs = blocks
    .filter(block => notes.has(block.id))
    .map(block => ourNote(reading, html`<p>${reading.t(`note.${block.id}` as Key)}</p>`));
  const announced = html`<h2>${heading}</h2>${inside ? blocksOf(blocks, reading) : nothing}${notesOfOurs}`;
  // The browsers' reading views drop a `div` that is mostly links, the more so where its section has the id "contact",
  // which published links lead to; an element of another name they keep.
  const sign = routes
    ? html`<part-sign class=${kind}>${announced}</part-sign>`
    : html`<div class=${kind}>${announced}</div>`;
  const text = inside || !blocks.length ? nothing : html`<div class="plain">${blocksOf(blocks, reading)}</div>`;
  const elements = sections.map(each => {
    const line = lines[each.id],
      own = markedLanguage(each.lang, lang),
      slot = lightSlot();
    return html`<report-section id=${each.id} class=${
      line ? `line-${line}` : nothing
    } lang=${own} .section=${each} .setting=${setting}>${slot}</report-section>`;
  });
  const own = markedLanguage(lang, reading.language);
  return html`<section id=${id} lang=${own}>${sign}${text}${about}${elements}</section>`;
}

const contents = (report: Report, lines: Lines, reading: Reading): TemplateResult =>
  html`<contents-list data-ours .report=${report} .lines=${lines} .reading=${reading}>${lightSlot()}</contents-list>`;

/**
 * @param report in the language asked for, as far as there is a text
 * @param reading words and language of the interface
 * @param notes the ids of the stories that have a content note, and of the ways to reach the publisher that have one of
 * ours
 * @param help where helplines are, for whoever reads without script; nothing where there are none
 * @returns everything that stands in `main`
 */
export function reportPages(
  report: Report,
  reading: Reading,
  notes: ReadonlySet<string>,
  help?: string,
): TemplateResult {
  const lines = linesOf(report);
  const setting: SectionSetting = { reading, lines, notes, following: followingStories(report), help };
  const welsh =
    reading.language === 'cy' && report.lang !== 'cy'
      ? ourNote(reading, html`<p>${reading.t('note.welsh')}</p>`)
      : nothing;
  const lang = markedLanguage(report.lang, reading.language);
  const opening = html`<div class="opening" lang=${lang}>${cover(report, reading, welsh)}</div>`;
  const parts = report.parts.map(each => part(each, setting));
  return html`${opening}${contents(report, lines, reading)}${parts}`;
}
