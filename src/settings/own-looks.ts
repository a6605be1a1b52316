/** Looks with a name of the reader's own, and the ways to take settings to another device. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../i18n/translate.js';
import { say } from '../voice/say.js';
import { carriedIn, fileWith, largestFile, linkWith } from './carry.js';
import { cleanName, keepLooks, keptLooks, longestName, withLooks, type Looks } from './looks.js';
import { change, current } from './store.js';

let deleted: Looks = [];

/** Keeps looks and shows the list anew; says so, or says kindly that this browser does not keep them. */
function keep(looks: Looks, sentence: (t: Translate) => string, redraw: () => void): void {
  void say('looks', keepLooks(looks) ? sentence : t => t('settings.notKept'));
  redraw();
}

function add(form: HTMLElement, redraw: () => void): void {
  const field = form.querySelector('input')!, name = cleanName(field.value);
  if (!name || !Object.keys(current()).length) {
    void say('looks', t => t(name ? 'looks.nothing' : 'looks.nameless'));
    field.focus();
    return;
  }
  keep(withLooks(keptLooks(), [{ name, choices: { ...current() } }]), t => t('looks.added', { name }), redraw);
  field.value = '';
}

function remove(name: string, redraw: () => void): void {
  const looks = keptLooks();
  deleted = looks.filter(look => look.name === name);
  keep(looks.filter(look => look.name !== name), t => t('looks.deleted', { name }), redraw);
}

/** @returns the reader's own looks: keep this one, use, delete, bring back @param redraw shows the list anew */
export function ownLooks(t: Translate, redraw: () => void): TemplateResult {
  const looks = keptLooks();
  // An empty list would be announced as a list of nothing.
  const list = html`<ul role="list">${looks.map(({ name, choices }) => html`<li><button type="button" @click=${() => change(choices, `look ${name}`, t => t('looks.used', { name }))}>${t('looks.use', { name })}</button> <button type="button" @click=${() => remove(name, redraw)}>${t('looks.delete', { name })}</button></li>`)}</ul>`;
  return html`<div class="looks"><label>${t('looks.name')}<input type="text" maxlength=${longestName} autocomplete="off"></label>
    <button type="button" @click=${(event: Event) => add((event.target as HTMLElement).closest('.looks')!, redraw)}>${t('looks.add')}</button></div>
    ${looks.length ? list : nothing}
    ${deleted[0] ? html`<button type="button" @click=${() => { const back = deleted; deleted = []; keep(withLooks(keptLooks(), back), t => t('looks.added', { name: back[0]!.name }), redraw); }}>${t('looks.back', { name: deleted[0].name })}</button>` : nothing}`;
}

async function copyLink(): Promise<void> {
  const address = linkWith(current(), location.href);
  try {
    await navigator.clipboard.writeText(address);
    void say('carry', t => t('carry.copied'));
  } catch {
    // Without a clipboard (an old browser, or no permission) the address bar holds the link.
    location.hash = new URL(address).hash;
    void say('carry', t => t('carry.inAddress'));
  }
}

function saveFile(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([fileWith({ choices: current(), looks: keptLooks() })], { type: 'application/json' }));
  link.download = 'reader-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
  void say('carry', t => t('carry.saved'));
}

async function openFile(field: HTMLInputElement, redraw: () => void): Promise<void> {
  const file = field.files?.[0];
  const carried = file && file.size <= largestFile ? carriedIn(await file.text()) : undefined;
  field.value = '';
  if (!carried) {
    void say('carry', t => t('carry.unknown'));
    return;
  }
  if (carried.looks.length) keepLooks(withLooks(keptLooks(), carried.looks));
  if (Object.keys(carried.choices).length) change(carried.choices, 'file', t => t('carry.taken'));
  else void say('carry', t => t('carry.taken'));
  redraw();
}

/** @returns the ways to take settings to another device: a link, a file; and to bring them in */
export const carrying = (t: Translate, redraw: () => void): TemplateResult => html`<p>${t('carry.about')}</p>
  <p><button type="button" @click=${() => void copyLink()}>${t('carry.link')}</button> <button type="button" @click=${saveFile}>${t('carry.save')}</button></p>
  <label class="file">${t('carry.open')}<input type="file" accept="application/json,.json" @change=${(event: Event) => void openFile(event.target as HTMLInputElement, redraw)}></label>`;
