/** Makes the settings panel that stands in the page work. It draws nothing; it answers, marks the root and remembers. */
import styles from 'virtual:settings-styles';
import type { Key } from '../i18n/translate.js';
import { say, words } from '../voice/say.js';
import { catalogue, type Choices, type SettingName } from './catalogue.js';
import { keepChoices, keptChoices, showChoices } from './choices.js';

export class ReaderSettings extends HTMLElement {
  #choices: Choices = {};
  #kept = true;

  connectedCallback(): void {
    this.#choices = keptChoices();
    this.#check();
    this.addEventListener('change', event => this.#choose(event.target as HTMLInputElement));
    this.addEventListener('click', event => this.#press((event.target as HTMLElement).closest('button')?.value));
    this.addEventListener('keydown', event => { if (event.key === 'Escape' && this.#details.open) this.#close(); });
    // Another tab, or a page brought back by the browser: what was chosen there holds here too.
    addEventListener('storage', this.#follow);
    addEventListener('pageshow', this.#follow);
  }

  disconnectedCallback(): void {
    removeEventListener('storage', this.#follow);
    removeEventListener('pageshow', this.#follow);
  }

  get #details(): HTMLDetailsElement { return this.querySelector('details')!; }

  #follow = (): void => {
    if (!this.#kept) return;
    this.#choices = keptChoices();
    showChoices(this.#choices);
    this.#check();
  };

  /** Sets the radios to the choices; the browser may have restored others after a reload. */
  #check(): void {
    for (const { name, usual } of catalogue) {
      for (const radio of this.querySelectorAll<HTMLInputElement>(`[name=${name}]`)) radio.checked = radio.value === (this.#choices[name] ?? usual);
    }
  }

  #apply(choices: Choices): void {
    this.#choices = choices;
    showChoices(choices);
    this.#kept = keepChoices(choices);
    if (!this.#kept) void words().then(t => { this.querySelector('.kept')!.textContent = t('settings.notKept'); });
  }

  #choose({ name, value, labels }: HTMLInputElement): void {
    const setting = catalogue.find(setting => setting.name === name);
    if (!setting) return;
    const { [name as SettingName]: _, ...others } = this.#choices;
    this.#apply(value === setting.usual ? others : { ...others, [name]: value });
    const option = labels?.[0]?.textContent ?? value;
    void say('settings', t => t('settings.said', { setting: t(`settings.${name}` as Key), option: option.trim() }));
  }

  #press(button: string | undefined): void {
    if (button === 'close') this.#close();
    if (button === 'reset') {
      this.#apply({});
      this.#check();
      void say('settings', t => t('settings.saidReset'));
    }
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
