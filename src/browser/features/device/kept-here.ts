/**
 * The list of what is kept on this device, the way to take it all away, which asks first, and the way to have nothing
 * kept.
 */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { addressOf } from '../../../model/pages.js';
import { answer } from '../../core/announcements/answer.js';
import { marksFlag } from '../../core/storage/marks-store.js';
import { tellChecked, whenChecked } from '../offline/reader-copy.js';
import { root } from '../../core/storage/root.js';
import { keepsNothing, nothingKept } from '../../core/storage/storage.js';
import { eraseAll, keptNow, type Store } from '../../core/storage/stores.js';
import { DeviceElement } from './device-element.js';

export class KeptHere extends DeviceElement<Store['name'][]> {
  static override properties: PropertyDeclarations = { ...DeviceElement.properties, asks: { state: true } };
  /** Whether the reader is asked if all is to be deleted. */
  declare asks: boolean;

  protected override find(): Promise<Store['name'][]> {
    return keptNow();
  }
  protected override watch(): () => void {
    return whenChecked(condition => {
      // Where a copy has come again, not everything is erased any more.
      if (condition && this.answer === this.reading?.t('kept.erased')) this.answer = undefined;
      void this.look();
    });
  }

  async #erase(): Promise<string> {
    const all = await eraseAll();
    this.asks = false;
    tellChecked();
    return this.reading!.t(all ? 'kept.erased' : 'kept.notAll');
  }

  /** Asks, or does not ask any more, in the same place; the focus goes along. */
  async #ask(now: boolean): Promise<void> {
    [this.asks, this.answer] = [now, undefined];
    await this.updateComplete;
    this.querySelector<HTMLElement>(now ? '[role=group]' : 'button')?.focus();
  }

  async #saveMarks(pressed: Element): Promise<void> {
    const { saveAllMarks } = await import('../marks/save-all.js');
    void answer(pressed, this.localName, await saveAllMarks());
  }

  /** What will be deleted, and the ways to go on. Marks are the reader's own work, and can be saved first. */
  #question(): TemplateResult {
    const { t } = this.reading!;
    const button = (value: string, words: string, press: (button: Element) => void) =>
      html`<button type="button" value=${value}
        @click=${({ currentTarget }: Event) => press(currentTarget as Element)}>${words}</button>`;
    const erase = () => void this.press(() => this.#erase());
    const save = (pressed: Element) =>
      void this.#saveMarks(pressed).catch(() => answer(pressed, this.localName, t('erase.notSaved'), false));
    const cancel = () => void this.#ask(false);
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    return html`<div class="question" role="group" tabindex="-1" aria-labelledby="erase-name"
      aria-describedby="erase-what" @keydown=${leave}>
      <h3 id="erase-name">${t('erase.name')}</h3><p id="erase-what">${t('erase.what')}</p>
      <p>${marksFlag() ? button('marks', t('erase.marks'), save) : nothing}
      ${button('do', t('erase.do'), erase)}${button('cancel', t('erase.cancel'), cancel)}</p></div>`;
  }

  /** The way into reading without keeping anything, or out of it. */
  #wish(): TemplateResult {
    const { t, language } = this.reading!,
      ending = `?${nothingKept}`;
    const link = (address: string, words: string) => html`<p><a href=${root + address}>${words}</a></p>`;
    if (keepsNothing()) {
      const again = link(addressOf('device/', language), t('kept.again'));
      return html`<p>${t('kept.nothingNow', { ending })}</p>${again}`;
    }
    const begin = link(addressOf('', language) + ending, t('kept.nothing'));
    return html`<p>${t('kept.after')}</p>${begin}<p>${t('kept.nothingWhat', { ending })}</p>`;
  }

  override render(): unknown {
    const { reading, found: kept } = this;
    if (!reading || !kept) return nothing;
    const { t } = reading;
    const items = kept.map(name => html`<li>${t(`kept.${name}`)}</li>`);
    const list = kept.length ? html`<ul role="list" class="list">${items}</ul>` : html`<p>${t('kept.none')}</p>`;
    const ask = () => void this.#ask(true);
    const button = html`<p><button type="button" @click=${ask}>${t('kept.erase')}</button></p>`;
    return html`${list}${this.asks ? this.#question() : button}${this.answered()}${this.#wish()}`;
  }
}
