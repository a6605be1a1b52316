/** Makes the settings panel that stands in the page work. It draws nothing; further settings are fetched when the panel is first opened. */
import styles from 'virtual:settings-styles';
import type { SettingName } from './catalogue.js';
import { settingNamed } from './catalogue.js';
import { areKept, choose, current, reset, takeKept, whenChanged, whereKept } from './store.js';

export class ReaderSettings extends HTMLElement {
  connectedCallback(): void {
    takeKept();
    this.#check();
    whenChanged(() => this.#check());
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio' && target.closest('[data-setting]')) choose(target.name as SettingName, target.value);
    });
    this.addEventListener('click', ({ target }) => this.#press((target as HTMLElement).closest('button')?.value));
    this.addEventListener('keydown', event => { if (event.key === 'Escape' && this.#details.open) this.#close(); });
    this.#details.addEventListener('toggle', () => {
      if (!this.#details.open) return;
      void this.#sayWhereKept();
      void import('./more-settings.js').then(({ addMoreSettings }) => addMoreSettings(this));
    });
    // Another tab, or a page brought back by the browser: what was chosen there holds here too.
    addEventListener('storage', takeKept);
    addEventListener('pageshow', takeKept);
  }

  get #details(): HTMLDetailsElement { return this.querySelector('details')!; }

  /** Sets the radios to the choices; the browser may have restored others after a reload. */
  #check(): void {
    for (const radio of this.querySelectorAll<HTMLInputElement>('[data-setting] [type=radio]')) {
      radio.checked = radio.value === (current()[radio.name as SettingName] ?? settingNamed(radio.name).usual);
    }
    if (!areKept()) void this.#sayWhereKept();
  }

  async #sayWhereKept(): Promise<void> { this.querySelector('.kept')!.textContent = await whereKept(); }

  #press(button: string | undefined): void {
    if (button === 'close') this.#close();
    if (button === 'reset') reset();
  }

  #close(): void {
    this.#details.open = false;
    this.querySelector('summary')!.focus();
  }
}

/** The control appears when its styles are there, or cannot come. */
export function startSettings(): void {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
  link.onload = link.onerror = () => customElements.define('reader-settings', ReaderSettings);
  document.head.append(link);
}
