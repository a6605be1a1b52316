/** The list of keyboard shortcuts in the settings: what each does, its keys, and a button to change them. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../../../pages/elements/light-element.js';
import type { Translate } from '../../../model/words/translate.js';
import { addPart, type Add } from '../settings/parts.js';
import { notKeptWords } from '../settings/store.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { actions, type ActionName } from './catalogue.js';
import { inWords, pressed, verdictOn } from './combinations.js';
import {
  changeShortcuts,
  currentShortcuts,
  shortcutsAreKept,
  usualShortcuts,
  whenShortcutsChange,
  type Shortcuts,
} from './kept-keys.js';

const nameOf = (action: ActionName, t: Translate) => t(`shortcuts.${action}`);

/** Keys that are held while another is pressed. */
const modifiers = /^(Alt|AltGraph|Shift|Control|Meta|CapsLock|Fn|Dead|Process)$/;

/** @property t the interface's words */
class ShortcutSettings extends LightElement {
  static override properties: PropertyDeclarations = {
    t: { attribute: false },
    asking: { state: true },
    answer: { state: true },
  };
  declare t?: Translate;
  /** The action whose new keys are being asked for. */
  declare asking: ActionName | undefined;
  /** What was last said, and the action that it stands with. */
  declare answer: { action: ActionName; words: string } | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = whenShortcutsChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render(): unknown {
    const { t } = this;
    if (!t) return nothing;
    const { on, letters } = currentShortcuts();
    const held = inWords('Alt+Shift');
    const tick = (words: string, checked: boolean, change: () => void) =>
      html`<label><input type="checkbox" .checked=${checked} @change=${change}>${words}</label>`;
    return html`<p>${t('shortcuts.about')}</p>
      ${tick(t('shortcuts.on'), on, () => this.#change({ on: !on }))}
      ${tick(t('shortcuts.letters', { held }), letters, () => this.#change({ letters: !letters }))}
      <ul role="list">${actions.map(({ name }) => this.#row(name, t))}</ul>
      <p><button type="button" @click=${({ currentTarget }: Event) => {
        usualShortcuts();
        this.answer = undefined;
        void answer(currentTarget as Element, 'shortcuts', t('shortcuts.saidUsual'));
      }}>${t('shortcuts.usual')}</button></p>
      ${shortcutsAreKept() ? nothing : html`<p>${notKeptWords(t)}</p>`}`;
  }

  #row(name: ActionName, t: Translate): TemplateResult {
    const action = nameOf(name, t);
    return html`<li><p><b>${action}</b> <kbd>${inWords(currentShortcuts().keys[name])}</kbd></p>
      ${this.answer?.action === name ? html`<p>${this.answer.words}</p>` : nothing}
      <button type="button" @click=${(event: Event) => this.#ask(name, event.currentTarget as HTMLElement)}
        @keydown=${(event: KeyboardEvent) => this.#take(name, event)}
        @blur=${() => this.#leave(name)}>${t('shortcuts.change', { action })}</button></li>`;
  }

  /** Changes and keeps them; the first time that they are not kept, that is said, because no control tells of it. */
  #change(next: Partial<Shortcuts>): void {
    const could = shortcutsAreKept();
    changeShortcuts(next);
    if (could && !shortcutsAreKept()) void announce('kept', notKeptWords);
  }

  #tell(action: ActionName, words: string): void {
    this.answer = { action, words };
    void announce('shortcuts', words);
  }

  #ask(action: ActionName, button: HTMLElement): void {
    this.asking = action;
    // Safari does not focus a button that is clicked.
    button.focus();
    this.#tell(action, this.t!('shortcuts.press', { action: nameOf(action, this.t!) }));
  }

  #leave(action: ActionName): void {
    if (this.asking !== action) return;
    this.asking = undefined;
    this.answer = undefined;
  }

  /** Takes the next keys that are pressed, and asks again where they cannot be had. Tab leads on, as everywhere. */
  #take(action: ActionName, event: KeyboardEvent): void {
    if (this.asking !== action || event.key === 'Tab') return;
    // They are an answer here, neither a shortcut nor a press of the button; and Escape must not close the settings.
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || modifiers.test(event.key)) return;
    const t = this.t!,
      combination = pressed(event),
      { letters, keys } = currentShortcuts();
    if (combination === 'Escape') {
      this.asking = undefined;
      return this.#tell(action, t('shortcuts.unchanged'));
    }
    const verdict = verdictOn(combination, letters);
    const holder = actions.find(({ name }) => name !== action && keys[name] === combination);
    if (verdict !== 'good') return this.#tell(action, t(`shortcuts.${verdict}`, { held: inWords('Alt+Shift') }));
    if (holder) return this.#tell(action, t('shortcuts.taken', { action: nameOf(holder.name, t) }));
    this.asking = undefined;
    this.#tell(action, t('shortcuts.said', { action: nameOf(action, t), keys: inWords(combination) }));
    this.#change({ keys: { ...keys, [action]: combination } });
  }
}
customElements.define('shortcut-settings', ShortcutSettings);

/** Puts the list into the settings. */
export const addShortcuts: Add = (panel, t) =>
  addPart(
    panel,
    t('more.shortcuts'),
    Object.assign(document.createElement('shortcut-settings') as ShortcutSettings, { t }),
  );
