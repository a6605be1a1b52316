/** The list of what is kept on this device, and one press to take it all away. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { LightElement } from '../components/light-element.js';
import { whenChecked } from '../offline/reader-copy.js';
import { say } from '../voice/say.js';
import { eraseAll, keptNow, type Store } from '../storage/stores.js';
import type { DeviceReading } from './words.js';

/** @property reading the page's words and language */
export class KeptHere extends LightElement {
  static override properties: PropertyDeclarations = { reading: { attribute: false }, kept: { state: true }, answer: { state: true } };
  declare reading?: DeviceReading;
  declare kept: Store['name'][] | undefined;
  declare answer: string | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // What stands here is for those without script.
    void this.show();
    void this.#look();
    this.#stop = whenChecked(() => void this.#look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #look(): Promise<void> { this.kept = await keptNow(); }

  async #erase(): Promise<void> {
    const all = await eraseAll();
    await this.#look();
    this.answer = this.reading!.t(all ? 'kept.erased' : 'kept.notAll');
    void say('kept', this.answer);
  }

  override render(): unknown {
    const { reading, kept } = this;
    if (!reading || !kept) return nothing;
    const { t } = reading;
    return html`${kept.length ? html`<ul role="list" class="list">${kept.map(name => html`<li>${t(`kept.${name}`)}</li>`)}</ul>` : html`<p>${t('kept.none')}</p>`}
      <p><button type="button" @click=${() => void this.#erase()}>${t('kept.erase')}</button></p>
      ${this.answer ? html`<p>${this.answer}</p>` : nothing}<p>${t('kept.after')}</p>`;
  }
}
