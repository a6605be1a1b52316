/** The browser's own way to install the reader, where it has one. Elsewhere the written steps on the page are all there is. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { LightElement } from '../components/light-element.js';
import { canInstall, install, isInstalled, whenInstallChanges } from '../offline/install.js';
import type { DeviceReading } from './words.js';

/** @property reading the page's words and language */
export class InstallReader extends LightElement {
  static override properties: PropertyDeclarations = { reading: { attribute: false } };
  declare reading?: DeviceReading;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = whenInstallChanges(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render(): unknown {
    if (!this.reading) return nothing;
    const { t } = this.reading;
    if (isInstalled()) return html`<p>${t('install.done')}</p>`;
    return canInstall() ? html`<p><button type="button" @click=${() => void install()}>${t('install.do')}</button></p>` : nothing;
  }
}
