/**
 * What the elements of this page have in common: their words, an answer that stands by the pressed button, and a focus
 * that does not get lost.
 */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { LightElement } from '../../../pages/elements/light-element.js';
import { announce } from '../../core/announcements/announce.js';
import type { DeviceReading } from '../../../pages/device/words.js';

/** @property reading the page's words and language */
export abstract class DeviceElement<Found = undefined> extends LightElement {
  static override properties: PropertyDeclarations = {
    reading: { attribute: false },
    found: { state: true },
    answer: { state: true },
  };
  declare reading?: DeviceReading;
  /** What was found out last. */
  declare found: Found | undefined;
  /** What came of the last press. */
  declare answer: string | undefined;
  #finding: Promise<Found> | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // What stands here is for those without script.
    void this.show();
    void this.look();
    this.#stop = this.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** @returns what is to be shown */
  protected abstract find(): Promise<Found>;
  /** Looks again whenever something changed. @returns a function that ends it */
  protected abstract watch(): () => void;

  /**
   * Finds out what is to be shown. Of several at a time only the one that began last counts, in whatever order they
   * end: it saw what the others may have missed.
   */
  protected async look(): Promise<void> {
    let finding = (this.#finding = this.find()),
      found = await finding;
    while (finding !== this.#finding) found = await (finding = this.#finding);
    this.found = found;
  }

  /** Does something, and says once what came of it. */
  protected async press(deed: () => Promise<string>): Promise<void> {
    const focused = this.contains(document.activeElement);
    const answer = await deed();
    await this.look();
    this.answer = answer;
    await this.updateComplete;
    // The pressed button may be gone. From the document a screen reader would begin again at the top; and a key that is
    // held too long must not press another button.
    if (focused && document.activeElement === document.body) this.querySelector<HTMLElement>('[tabindex]')?.focus();
    else void announce(this.localName, answer);
  }

  /** The answer takes the focus where the button is gone, and is said by that. */
  protected answered(): unknown {
    return this.answer ? html`<p tabindex="-1">${this.answer}</p>` : nothing;
  }
}
