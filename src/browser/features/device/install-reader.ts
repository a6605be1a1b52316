/**
 * The browser's own way to install the reader, where it has one. Elsewhere the written steps on the page are all there
 * is.
 */
import { html, nothing } from 'lit';
import { canInstall, install, isInstalled, whenInstallChanges } from '../offline/install.js';
import { DeviceElement } from './device-element.js';

export class InstallReader extends DeviceElement {
  protected override find(): Promise<undefined> {
    this.requestUpdate();
    return Promise.resolve(undefined);
  }
  protected override watch(): () => void {
    return whenInstallChanges(() => this.requestUpdate());
  }

  async #install(): Promise<string> {
    return this.reading!.t((await install()) ? 'install.accepted' : 'install.declined');
  }

  override render(): unknown {
    if (!this.reading) return nothing;
    const { t } = this.reading;
    if (isInstalled()) return html`<p>${t('install.done')}</p>`;
    const press = () => void this.press(() => this.#install());
    const button = html`<p><button type="button" @click=${press}>${t('install.do')}</button></p>`;
    return html`${canInstall() ? button : nothing}${this.answered()}`;
  }
}
