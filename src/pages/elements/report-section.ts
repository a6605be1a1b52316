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
 * a note of ours, `following` where to go when a story is skipped, `help` where helplines are, if anywhere.
 */
export interface SectionSetting {
  reading: Reading;
  lines: Lines;
  notes: ReadonlySet<string>;
  following: Record<string, string>;
  help?: string | undefined;
}

function story(
  { id, heading, lang, about, blocks }: Story,
  around: string | undefined,
  { reading, lines, notes, following, help }: SectionSetting,
): TemplateResult {
  const { t } = reading,
    skip = html`<a href="#${following[id]}">${t('note.skip')}</a>`,
    helplines = help ? html` <a href=${help}>${t('note.help')}</a>` : nothing,
    hide = html` <button value="hide">${t('note.hide')}</button>`;
  const note = notes.has(id)
    ? ourNote(reading, html`<p>${t(`note.${id}` as Key)}</p>${skip}${helplines}${hide}`)
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
    if (!section.stories.length) return html`<div class="voices">${heading}${blocksOf(section.blocks, reading)}</div>`;
    const sign = html`<div class=${onLine ? 'sign' : 'head'}>${heading}${blocksOf(section.blocks, reading)}</div>`,
      stories = section.stories.map(each => story(each, section.lang, setting));
    return html`${sign}<div class=${onLine ? 'run' : 'groups'}>${stories}</div>`;
  }
}
customElements.define('report-section', ReportSection);
