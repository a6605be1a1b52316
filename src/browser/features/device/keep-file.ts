/**
 * Beside the link to a file: keeps it on this device, tells whether it is kept, and says it where a press on the link
 * can give nothing.
 */
import { saveFile } from '../../core/dom/save-file.js';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { whenChecked } from '../offline/reader-copy.js';
import { canKeepFiles, dropFile, keepFile, keptFile, type KeptFile } from '../../core/storage/kept-files.js';
import { DeviceElement } from './device-element.js';

/** How long the server may take to say that it has a file, in milliseconds. */
const timeoutMs = 10_000;

/** @returns whether the server can be reached, and has the file */
async function isThere(address: string): Promise<boolean> {
  const given = new AbortController(),
    late = setTimeout(() => given.abort(), timeoutMs);
  try {
    return (await fetch(address, { method: 'HEAD', cache: 'no-store', signal: given.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(late);
  }
}

/**
 * @property name what the file is called @property size how large it is, in words @property hash of the file that was
 * published
 */
export class KeepFile extends DeviceElement<KeptFile | false> {
  static override properties: PropertyDeclarations = { ...DeviceElement.properties, name: {}, size: {}, hash: {} };
  declare name: string;
  declare size: string;
  declare hash: string;
  /** The link that is being pressed by us, not by the reader. */
  #passing = false;
  #link = this.previousElementSibling as HTMLAnchorElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#link.addEventListener('click', event => {
      if (this.#passing || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#give();
    });
  }

  protected override async find(): Promise<KeptFile | false> {
    return (await keptFile(this.#link.href, this.hash).catch(() => undefined)) ?? false;
  }

  protected override watch(): () => void {
    return whenChecked(() => void this.look());
  }

  /** Gives the file that is kept, or else the server's; where there is none, says what can be done. */
  async #give(): Promise<void> {
    const kept = await this.find(),
      { href } = this.#link;
    if (!(kept && kept.isCurrent) && (await isThere(href))) {
      this.#passing = true;
      this.#link.click();
      this.#passing = false;
      this.answer = undefined;
    } else if (kept) saveFile(kept.file, href.replace(/.*\//, ''));
    else await this.press(() => Promise.resolve(this.reading!.t('keep.cannot')));
  }

  async #keep(): Promise<string> {
    const { t } = this.reading!;
    return t((await keepFile(this.#link.href, this.hash)) ? 'keep.done' : 'keep.cannot');
  }

  async #drop(): Promise<string> {
    await dropFile(this.#link.href);
    return this.reading!.t('keep.dropped');
  }

  #button(words: string, deed: () => Promise<string>): unknown {
    const press = () => void this.press(deed);
    return html`<button type="button" aria-label="${words}: ${this.name}" @click=${press}>${words}</button>`;
  }

  override render(): unknown {
    const { reading, found: kept, size } = this;
    if (!reading || kept === undefined) return nothing;
    const { t } = reading,
      fetching = () => this.#keep();
    const first = !kept && canKeepFiles() ? this.#button(t('keep.do', { size }), fetching) : nothing;
    const stands = kept && t(kept.isCurrent ? 'keep.kept' : 'keep.older');
    const newer = kept && !kept.isCurrent ? this.#button(t('keep.newer', { size }), fetching) : nothing;
    const drop = kept ? this.#button(t('keep.drop'), () => this.#drop()) : nothing;
    return html`${stands ? html`<span>${stands}</span> ` : nothing}${first}${newer} ${drop}${this.answered()}`;
  }
}
