/** The part of "My marks" that saves marks as files and brings them in from one. */
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { bringIn, saveMarks, type Came, type Form } from './carrying.js';
import type { MarksWords } from './words.js';

/** Of so many damaged marks each is named. */
const named = 20;

export class Files {
  #came: Came | undefined;
  readonly #t: MarksWords;
  readonly #redraw: () => void;

  constructor(t: MarksWords, redraw: () => void) {
    this.#t = t;
    this.#redraw = redraw;
  }

  async #open(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    if (!file) return;
    this.#came = await bringIn(file, this.#t);
    // Emptied, so that the same file, mended, can be opened again.
    field.value = '';
    this.#redraw();
    void announce('marks', this.#came.sentences.join(' '));
  }

  #save(form: Form, pressed: Element): void {
    saveMarks(form, this.#t);
    void answer(pressed, 'marks', this.#t('files.saved'));
  }

  #result(): TemplateResult | typeof nothing {
    const came = this.#came,
      t = this.#t;
    if (!came) return nothing;
    const items = came.refused
      .slice(0, named)
      .map(({ number, wrong }) => html`<li>${t('read.mark', { number, why: t(`wrong.${wrong}`) })}</li>`);
    const more = came.refused.length > named ? html`<li>…</li>` : nothing;
    const list = came.refused.length ? html`<ul class="list">${items}${more}</ul>` : nothing;
    return html`<div id="came" class="came"><p>${came.sentences.join(' ')}</p>${list}</div>`;
  }

  /** @returns the part, closed until it is asked for @param some whether there are marks to save */
  shown(some: boolean): TemplateResult {
    const t = this.#t,
      save = ({ currentTarget }: Event) => {
        const pressed = currentTarget as HTMLButtonElement;
        this.#save(pressed.value as Form, pressed);
      },
      button = (form: Form) => html`<button type="button" value=${form} @click=${save}>${t(`files.${form}`)}</button>`;
    const open = ({ target }: Event) => void this.#open(target as HTMLInputElement);
    return html`<details class="part files"><summary>${t('files')}</summary><p>${t('files.about')}</p>
      ${some ? html`<p class="do">${button('markdown')}${button('html')}${button('data')}</p>` : nothing}
      <label class="file">${t('files.open')}<input type="file" accept="application/json,.json"
        aria-describedby=${this.#came ? 'came' : nothing} @change=${open}></label>${this.#result()}</details>`;
  }
}
