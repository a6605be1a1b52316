/** The offline copy, in words: whether it is whole, how large, when it was checked, whether the browser may delete it; and what one can do about it. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../components/light-element.js';
import { isWhole, type Condition } from '../offline/condition.js';
import { checkCopy, isUnwanted, keepCopy, lastChecked, wantCopy, whenChecked } from '../offline/reader-copy.js';
import { say } from '../voice/say.js';
import { root } from '../storage/root.js';
import { keepsNothing } from '../storage/storage.js';
import { copyStore } from '../storage/stores.js';
import { sizeIn, type DeviceKey, type DeviceReading } from './words.js';

/** What is known of the copy. `lasting` says whether the browser promised to keep it. */
interface Known { condition: Condition | undefined; lasting: boolean; able: boolean }

async function know(): Promise<Known> {
  const able = 'serviceWorker' in navigator && await navigator.serviceWorker.getRegistration(root).then(() => true, () => false);
  const registration = able ? await navigator.serviceWorker.getRegistration(root) : undefined;
  return { able, condition: await checkCopy(registration?.active), lasting: await navigator.storage?.persisted?.().catch(() => false) ?? false };
}

/** @property reading the page's words and language */
export class OfflineCopy extends LightElement {
  static override properties: PropertyDeclarations = { reading: { attribute: false }, known: { state: true }, answer: { state: true } };
  declare reading?: DeviceReading;
  declare known: Known | undefined;
  /** What came of the last press, which stands with the buttons. */
  declare answer: string | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // What stands here is for those without script.
    void this.show();
    void this.#look();
    this.#stop = whenChecked(condition => { if (this.known) this.known = { ...this.known, condition }; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #look(): Promise<void> { this.known = await know(); }

  /** Does something, says what came of it, and looks again. */
  async #do(deed: () => Promise<DeviceKey | undefined>): Promise<void> {
    const key = await deed().catch((): DeviceKey => 'do.failed');
    await this.#look();
    this.answer = key ? this.reading!.t(key) : this.#state();
    void say('copy', this.answer);
  }

  #state(): string {
    const { t, language } = this.reading!, { known } = this;
    if (!known) return t('state.looking');
    if (keepsNothing()) return t('state.nothing');
    if (isUnwanted()) return t('state.unwanted');
    if (!known.able) return t('state.unable');
    if (!known.condition) return t('state.none');
    const { files, bytes, missing, damaged } = known.condition;
    return isWhole(known.condition) ? t('state.whole', { count: files, size: sizeIn(language, bytes) }) : t('state.broken', { count: missing.length + damaged.length });
  }

  #button(name: DeviceKey, deed: () => Promise<DeviceKey | undefined>): TemplateResult {
    return html`<button type="button" @click=${() => void this.#do(deed)}>${this.reading!.t(name)}</button> `;
  }

  override render(): unknown {
    if (!this.reading) return nothing;
    const { reading: { t, language }, known } = this, checked = lastChecked();
    const day = checked && new Intl.DateTimeFormat({ en: 'en-GB', cy: 'cy' }[language], { dateStyle: 'long', timeStyle: 'short' }).format(checked);
    const has = known?.condition !== undefined;
    return html`<p><strong>${this.#state()}</strong></p>
      ${has && day ? html`<p>${t('state.checked', { date: day })}</p>` : nothing}
      ${has ? html`<p>${t(known.lasting ? 'state.lasting' : 'state.passing')}</p>` : nothing}
      <p>${has ? this.#button('do.check', () => Promise.resolve(undefined)) : nothing}${has && !known.lasting ? this.#button('do.persist', async () => (await navigator.storage.persist() ? 'do.persisted' : 'do.refused')) : nothing}${has ? this.#button('do.remove', async () => { await copyStore.erase(); wantCopy(false); return 'do.removed'; }) : nothing}${isUnwanted() ? this.#button('do.keep', () => { wantCopy(true); keepCopy(); return Promise.resolve(undefined); }) : nothing}</p>
      ${this.answer && this.answer !== this.#state() ? html`<p>${this.answer}</p>` : nothing}`;
  }
}
