/** The contents as a route map: parts, their sections as lines with the time they take to read, stories as stations. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Reading } from '../../model/words/translate.js';
import type { Part, Report, Section } from '../../model/report/model.js';
import { readingMinutes, textsOfSection, words } from '../../model/report/words.js';
import { LightElement } from './light-element.js';
import { markedLanguage } from './our-note.js';
import type { Lines } from './report-section.js';

type Passage = { id: string; heading: string; lang?: string };

function section(section: Section, lines: Lines, { t }: Reading, link: (passage: Passage) => unknown): TemplateResult {
  const line = lines[section.id];
  if (!line) return html`<li>${link(section)}</li>`;
  const minutes = readingMinutes(words(textsOfSection(section).join(' ')).length);
  const time = html`<small>${t('contents.minutes', { count: minutes })}</small>`,
    stories = section.stories.map(story => html`<li>${link(story)}</li>`);
  return html`<li class="line-${line}">${link(section)} ${time}<ul role="list">${stories}</ul></li>`;
}

function part(part: Part, lines: Lines, reading: Reading, link: (passage: Passage) => unknown): TemplateResult {
  const { sections } = part;
  const style = sections.some(each => each.id in lines) ? 'lines' : nothing,
    items = sections.map(each => section(each, lines, reading, link));
  return html`<li>${link(part)}${sections.length ? html`<ul role="list" class=${style}>${items}</ul>` : nothing}</li>`;
}

/**
 * @property report whose contents
 * @property lines which line each section is
 * @property reading words and language of the interface
 */
export class ContentsList extends LightElement {
  static override properties: PropertyDeclarations = {
    report: { attribute: false },
    lines: { attribute: false },
    reading: { attribute: false },
  };
  declare report?: Report;
  declare lines?: Lines;
  declare reading?: Reading;

  override render(): unknown {
    const { report, lines, reading } = this;
    if (!report || !lines || !reading) return nothing;
    const link = ({ id, heading, lang }: Passage) =>
      html`<a href="#${id}" lang=${markedLanguage(lang, reading.language)}>${heading}</a>`;
    const heading = html`<h2 id="contents">${reading.t('contents.heading')}</h2>`,
      parts = report.parts.map(each => part(each, lines, reading, link));
    return html`<nav aria-labelledby="contents">${heading}<ul role="list">${parts}</ul></nav>`;
  }
}
customElements.define('contents-list', ContentsList);
