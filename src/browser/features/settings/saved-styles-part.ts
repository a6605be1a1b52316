/** Looks with a name of the reader's own: kept, used, deleted, brought back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../../model/words/translate.js';
import { keepsNothing } from '../../core/storage/storage.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { cleanName, saveStyles, savedStyles, longestName, withStyles, type SavedStyles } from './saved-styles.js';
import { change, current, notKeptWords } from './store.js';

type Sentence = (t: Translate) => string;

let deleted: SavedStyles = [];

/** Why the last attempt came to nothing. It stands with the field until it is mended, or something else is tried. */
let fault: 'nameless' | 'nothing' | 'notKept' | undefined;

const faultWords = (found: NonNullable<typeof fault>, t: Translate) =>
  found === 'notKept' && keepsNothing()
    ? notKeptWords(t)
    : t(`looks.${found}`, { field: t('looks.name'), part: t('more.carry') });
const hasChoices = () => Object.keys(current()).length > 0;

/**
 * Says and shows what was done, or why nothing was. The focus stays: what is said would otherwise be said again by the
 * field.
 * @param pressed stands there afterwards too
 */
function tell(found: typeof fault, sentence: Sentence, redraw: () => void, pressed?: Element): void {
  fault = found;
  if (pressed && !found) void answer(pressed, 'looks', sentence);
  else void announce('looks', found ? t => faultWords(found, t) : sentence);
  redraw();
}

const keep = (looks: SavedStyles, sentence: Sentence, redraw: () => void, pressed?: Element) =>
  tell(saveStyles(looks) ? undefined : 'notKept', sentence, redraw, pressed);

function add(pressed: Element, redraw: () => void): void {
  const field = pressed.closest('.looks')!.querySelector('input')!,
    name = cleanName(field.value);
  const added = (t: Translate) => t('looks.added', { name });
  if (!name || !hasChoices()) return tell(name ? 'nothing' : 'nameless', added, redraw);
  keep(withStyles(savedStyles(), [{ name, choices: { ...current() } }]), added, redraw, pressed);
  if (!fault) field.value = '';
}

function remove(name: string, redraw: () => void): void {
  const looks = savedStyles();
  deleted = looks.filter(look => look.name === name);
  keep(
    looks.filter(look => look.name !== name),
    t => t('looks.deleted', { name }),
    redraw,
  );
}

function bringBack(redraw: () => void): void {
  const [back] = deleted;
  deleted = [];
  if (back) keep(withStyles(savedStyles(), [back]), t => t('looks.added', { name: back.name }), redraw);
}

/** The field for a name, and what is wrong with the last attempt, tied to it. */
function naming(t: Translate, redraw: () => void): TemplateResult {
  if (fault === 'nothing' && hasChoices()) fault = undefined;
  const mend = () => {
    if (fault === 'nameless') {
      fault = undefined;
      redraw();
    }
  };
  const press = ({ currentTarget }: Event) => add(currentTarget as Element, redraw);
  return html`<div class="looks"><label>${t('looks.name')}<input type="text" maxlength=${longestName} autocomplete="off"
      aria-describedby=${fault ? 'looks-fault' : nothing} aria-invalid=${fault === 'nameless' ? 'true' : nothing}
      @input=${mend}></label>
    ${fault ? html`<p class="fault" id="looks-fault">${faultWords(fault, t)}</p>` : nothing}
    <button type="button" @click=${press}>${t('looks.add')}</button></div>`;
}

/** @returns the reader's own looks: keep this one, use, delete, bring back @param redraw shows the list anew */
export function ownLooks(t: Translate, redraw: () => void): TemplateResult {
  const looks = savedStyles(),
    [gone] = deleted;
  const button = (words: string, press: () => void) => html`<button type="button" @click=${press}>${words}</button>`;
  const items = looks.map(({ name, choices }) => {
    const use = () => change(choices, `look ${name}`, t => t('looks.used', { name }));
    const drop = () => remove(name, redraw);
    return html`<li>${button(t('looks.use', { name }), use)} ${button(t('looks.delete', { name }), drop)}</li>`;
  });
  // An empty list would be announced as a list of nothing.
  return html`${naming(t, redraw)}${looks.length ? html`<ul role="list">${items}</ul>` : nothing}
    ${gone ? button(t('looks.back', { name: gone.name }), () => bringBack(redraw)) : nothing}`;
}
