/** One section of the report: its sign, then its stories as stations on its line. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Key, Reading } from '../../model/words/translate.js';
import type { Section, Story } from '../../model/report/model.js';
import { blocksOf } from './blocks.js';
import { LightElement } from './light-element.js';
import { markedLanguage, ourNote } from './our-note.js';

/** Which of the four lines each section is; a passage about a section takes that section's line. */
export type Lines = Record<string, number>;

/**
 * Everything beside the section that its markup needs. `notes` says which stories and ways to reach the publisher have
 * a note of ours, `following` where to go when a story is passed over.
 */
export interface SectionSetting {
  reading: Reading;
  lines: Lines;
  notes: ReadonlySet<string>;
  following: Record<string, string>;
}

function story(
  { id, heading, lang, about, blocks }: Story,
  around: string | undefined,
  { reading, lines, notes, following }: SectionSetting,
): TemplateResult {
  const note = notes.has(id)
    ? ourNote(
        reading,
        html`<p>${reading.t(`note.${id}` as Key)}</p><a href="#${following[id]}">${reading.t('note.skip')}</a>`,
      )
    : nothing;
  const line = about ? `line-${lines[about]}` : nothing,
    inside = html`<h4>${heading}</h4>${note}${blocksOf(blocks, reading)}`;
  return html`<section id=${id} class=${line} lang=${markedLanguage(lang, around)}>${inside}</section>`;
}

/**
 * @property section what to show
 * @property setting what its markup needs beside it
 */
export class ReportSection extends LightElement {
  static override properties: PropertyDeclarations = { section: { attribute: false }, setting: { attribute: false } };
  declare section?: Section;
  declare setting?: SectionSetting;

  override render(): unknown {
    const { section, setting } = this;
    if (!section || !setting) return nothing;
    const { reading, lines } = setting,
      onLine = section.id in lines;
    const heading = html`<h3>${section.heading}</h3>`;
    if (!section.stories.length)
      return html`<div class="head">${heading}</div><div class="voices">${blocksOf(section.blocks, reading)}</div>`;
    const sign = html`<div class=${onLine ? 'sign' : 'head'}>${heading}${blocksOf(section.blocks, reading)}</div>`,
      stories = section.stories.map(each => story(each, section.lang, setting));
    return html`${sign}<div class=${onLine ? 'run' : 'groups'}>${stories}</div>`;
  }
}
customElements.define('report-section', ReportSection);
