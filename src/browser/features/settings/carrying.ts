/** The ways to take settings to another device, by a link or a file, and to bring them in from a file. */
import { saveFile } from '../../core/dom/save-file.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../../model/words/translate.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { carriedIn, fileWith, largestFile, linkWith } from './carry.js';
import { cleanName, saveStyles, savedStyles, withStyles } from './saved-styles.js';
import { change, current } from './store.js';

/**
 * The address of a page opened from a file leads nowhere on another device, and would give away where it lies on this
 * one.
 */
const leadsHere = () => location.protocol !== 'file:';

async function copyLink(pressed: Element): Promise<void> {
  const address = linkWith(current(), location.href);
  try {
    await navigator.clipboard.writeText(address);
    void answer(pressed, 'carry', t => t('carry.copied'));
  } catch {
    // Without a clipboard (an old browser, or no permission) the address bar holds the link.
    location.hash = new URL(address).hash;
    void answer(pressed, 'carry', t => t('carry.inAddress'), false);
  }
}

function saveSettings({ currentTarget }: Event): void {
  saveFile(
    new Blob([fileWith({ choices: current(), looks: savedStyles() })], { type: 'application/json' }),
    'reader-settings.json',
  );
  void answer(currentTarget as Element, 'carry', t => t('carry.saved'));
}

/** The name of the file that held nothing we know. It stands with the field until another is opened. */
let refused: string | undefined;

const refusal = (file: string, t: Translate) => t('carry.unknownFile', { file, save: t('carry.save') });

async function openFile(field: HTMLInputElement, redraw: () => void): Promise<void> {
  const file = field.files?.[0];
  if (!file) return;
  // A file can be gone, or not be ours to read, by the time it is read.
  const carried = file.size <= largestFile ? carriedIn(await file.text().catch(() => '')) : undefined;
  // Emptied, so that the same file, mended, can be opened again; nothing in the field is then invalid.
  field.value = '';
  const name = cleanName(file.name);
  refused = carried ? undefined : name;
  if (carried?.looks.length) saveStyles(withStyles(savedStyles(), carried.looks));
  if (!carried) void announce('carry', t => refusal(name, t));
  else if (Object.keys(carried.choices).length) change(carried.choices, 'file', t => t('carry.taken'));
  else void answer(field, 'carry', t => t('carry.taken'));
  redraw();
}

/** @returns the ways to take settings along and to bring them in @param redraw shows the list of looks anew */
export function carrying(t: Translate, redraw: () => void): TemplateResult {
  const copy = ({ currentTarget }: Event) => void copyLink(currentTarget as Element);
  const link = html`<button type="button" @click=${copy}>${t('carry.link')}</button> `;
  const open = (event: Event) => void openFile(event.target as HTMLInputElement, redraw);
  return html`<p>${t('carry.about')}</p>
    <p>${leadsHere() ? link : nothing}<button type="button" @click=${saveSettings}>${t('carry.save')}</button></p>
    <label class="file">${t('carry.open')}<input type="file" accept="application/json,.json"
      aria-describedby=${refused === undefined ? nothing : 'file-fault'} @change=${open}></label>
    ${refused === undefined ? nothing : html`<p class="fault" id="file-fault">${refusal(refused, t)}</p>`}`;
}
