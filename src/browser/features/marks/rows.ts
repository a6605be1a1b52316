/**
 * What every list of marks does in the same way: each mark with its words, editing in its place, deleting with a way
 * back.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { editor } from './editor.js';
import { changeMarks, givenNames, keepWriting, markWith } from './kept.js';
import { wordsMarked, type Mark } from './model.js';
import { languageOf } from './text.js';
import { kindName, markName, type MarksWords } from './words.js';

/** How much of a mark's words a list shows, in letters. */
const shownLetters = 200;
/** How long a writing hand must rest before what it wrote is shown elsewhere, in milliseconds. */
const rest = 400;

interface RowsOptions {
  t: MarksWords;
  redraw(): void;
  goTo?(mark: Mark): void;
  quotes: boolean;
}

export class Rows {
  /** The mark that is being edited; a new note is kept only when something is written. */
  editing: Mark | undefined;
  /** Whether what is being edited was made by this: its form then stays where it was opened, and keeps the focus. */
  isNew = false;
  #gone: Mark | undefined;
  #waiting: Mark | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #options: RowsOptions;
  readonly #place: HTMLElement;

  constructor(place: HTMLElement, options: RowsOptions) {
    this.#options = options;
    this.#place = place;
  }

  /** Any other action ends the offer to bring back what was deleted. */
  act(): void {
    this.#gone = undefined;
  }

  /** Opens a mark for editing, with the focus on its name or its note. */
  edit(mark: Mark): void {
    this.flush();
    this.act();
    this.editing = mark;
    this.isNew = !markWith(mark.id);
    this.#options.redraw();
    const field = this.#place.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      '.mark-edit :is([type=text], textarea)',
    );
    field?.focus();
    if (mark.kind === 'bookmark') field?.select();
  }

  /** Shows elsewhere what was written. */
  flush(): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) void changeMarks([waiting]);
  }

  #write(change: Partial<Mark>, soon = false): void {
    if (!this.editing) return;
    const mark: Mark = { ...this.editing, ...change, changed: new Date().toISOString() };
    this.editing = mark;
    // A note without a word is none yet.
    if (mark.kind === 'note' && !mark.note.trim() && !markWith(mark.id)) return void (this.#waiting = undefined);
    keepWriting(mark);
    this.#waiting = mark;
    clearTimeout(this.#timer);
    if (soon) this.flush();
    else this.#timer = setTimeout(() => this.flush(), rest);
  }

  #done(): void {
    this.flush();
    const mark = this.editing;
    this.editing = undefined;
    const kept = mark && markWith(mark.id);
    if (kept?.kind === 'note' && !kept.note.trim()) return this.remove(kept);
    this.#options.redraw();
    this.#focus(kept ? `[data-mark="${kept.id}"] [value=edit]` : '[value=note]');
  }

  /** Deletes a mark, and offers to bring it back. @param focus whether what had the focus goes away with it */
  remove(mark: Mark, focus = true): void {
    this.#gone = mark;
    this.editing = undefined;
    void changeMarks([], [mark.id]);
    this.#options.redraw();
    if (focus) this.#focus('[value=undo]');
  }

  #undo(): void {
    const gone = this.#gone;
    this.#gone = undefined;
    if (!gone) return;
    void changeMarks([gone]);
    this.#options.redraw();
    this.#focus(`[data-mark="${gone.id}"] [value=edit]`);
  }

  /** What has the focus goes away: it must go on nearby (WCAG 2.4.3). */
  #focus(selector: string): void {
    (this.#place.querySelector<HTMLElement>(selector) ?? this.#place.closest('.panel')?.querySelector('h2'))?.focus();
  }

  /** @returns what was deleted last, and the way to bring it back */
  undo(): TemplateResult | typeof nothing {
    const { t } = this.#options,
      gone = this.#gone;
    if (!gone) return nothing;
    const button = html`<button type="button" value="undo" @click=${() => this.#undo()}>${t('undo')}</button>`;
    return html`<p class="undo">${t('deleted', { mark: markName(gone, t, givenNames()) })} ${button}</p>`;
  }

  /** @returns the form for the mark that is being edited */
  form(): TemplateResult | typeof nothing {
    return this.editing
      ? editor(this.editing, this.#options.t, givenNames(), {
          change: (change, soon) => {
            this.#write(change, soon);
            if (soon) this.#options.redraw();
          },
          done: () => this.#done(),
        })
      : nothing;
  }

  /** @returns a mark as an item of a list @param notes whether its note is shown */
  row(mark: Mark, notes = true): TemplateResult {
    const { t, goTo, quotes } = this.#options,
      name = markName(mark, t, givenNames());
    if (this.editing?.id === mark.id) return html`<li data-mark=${mark.id}>${this.form()}</li>`;
    const button = (action: 'go' | 'edit' | 'delete', act: () => void) => {
      const words = t(`row.${action}`),
        label = t('row.of', { action: words, mark: name });
      return html`<button type="button" value=${action} aria-label=${label} @click=${act}>${words}</button>`;
    };
    const kind = html`<b class="kind" data-kind=${mark.kind}>${kindName(mark.kind, t, givenNames())}</b>`,
      ownName = mark.name ? html` <span>${mark.name}</span>` : nothing;
    const go = goTo ? button('go', () => goTo(mark)) : nothing,
      edit = button('edit', () => this.edit(mark)),
      remove = button('delete', () => this.remove(mark));
    return html`<li data-mark=${mark.id}><p class="what">${kind}${ownName}</p>
      ${quotes ? html`<blockquote lang=${languageOf(mark)}>${wordsMarked(mark, shownLetters)}</blockquote>` : nothing}
      ${notes && mark.note ? html`<p class="my-words">${mark.note}</p>` : nothing}
      <p class="do">${go}${edit}${remove}</p></li>`;
  }
}
