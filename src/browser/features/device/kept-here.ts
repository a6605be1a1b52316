/** The list of what is kept on this device, one press to take it all away, and the way to have nothing kept. */
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../../../model/pages.js';
import { tellChecked, whenChecked } from '../offline/reader-copy.js';
import { root } from '../../core/storage/root.js';
import { keepsNothing, nothingKept } from '../../core/storage/storage.js';
import { eraseAll, keptNow, type Store } from '../../core/storage/stores.js';
import { DeviceElement } from './device-element.js';

export class KeptHere extends DeviceElement<Store['name'][]> {
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
    tellChecked();
    return this.reading!.t(all ? 'kept.erased' : 'kept.notAll');
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
    const erase = () => void this.press(() => this.#erase());
    const button = html`<p><button type="button" @click=${erase}>${t('kept.erase')}</button></p>`;
    return html`${list}${button}${this.answered()}${this.#wish()}`;
  }
}
