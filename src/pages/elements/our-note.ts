/**
 * Our own words among the report's: always framed, always named as ours, marked `data-ours` so that every format and
 * test can tell.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../model/words/translate.js';

/** @returns the language to mark on words that stand inside words of another language; nothing where the two agree */
export const markedLanguage = (own: string | undefined, around: string | undefined) =>
  own && own !== around ? own : nothing;

/** The language to mark on our words: needed where they stand inside words of another language. */
const ourLanguage = ({ language }: Reading) => (language === 'en' ? nothing : language);

/**
 * @param scale what one dot of a drawing stands for
 * @returns a line below the drawing that says so, as silent as the drawing
 */
export const scaleLine = (reading: Reading, scale: number): TemplateResult =>
  html`<small data-ours aria-hidden="true" lang=${ourLanguage(reading)}>${reading.t('note.scale', { scale })}</small>`;

/**
 * @param inside what the note says
 * @param voice `silent` for a note on drawings, which are silent too
 * @returns a note in a frame: its name, then what `inside` says
 */
export function ourNote(reading: Reading, inside: unknown, voice?: 'silent'): TemplateResult {
  const hidden = voice ? 'true' : nothing,
    lang = ourLanguage(reading),
    name = html`<b>${reading.t('note.name')}</b>`;
  return html`<div class="note" data-ours aria-hidden=${hidden} lang=${lang}>${name}${inside}</div>`;
}
