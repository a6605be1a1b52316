/**
 * The view "My marks": all marks in the order of the text, each with what it is on, and ways to it, to change it and to
 * delete it.
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { make } from '../../core/dom/make.js';
import type { View } from '../../core/panel/view.js';
import { announce } from '../../core/announcements/announce.js';
import { byHeading } from './export.js';
import { Files } from './files.js';
import { showMarksInText } from './in-text.js';
import { allMarks, areKept, areShown, givenNames, loadMarks, nameKind, showInText, whenChanged } from './kept.js';
import { highlightKinds, kinds, limits, type Kind, type Mark } from './model.js';
import { notKept } from './not-kept.js';
import { Rows } from './rows.js';
import { goToMark, stepToMark } from './stepping.js';
import { inOrder, languageOf, placesIn } from './text.js';
import { kindName, marksWords, type MarksWords } from './words.js';

/** So many marks are listed at a time. */
const atATime = 100;

function namesOfKinds(t: MarksWords): TemplateResult {
  const fields = highlightKinds.map(kind => {
    const ours = t(`kind.${kind}`),
      take = ({ target }: Event) => void nameKind(kind, (target as HTMLInputElement).value);
    return html`<label class="field"><span class="kind" data-kind=${kind}>${ours}</span><input type="text"
      maxlength=${limits.name} .defaultValue=${givenNames()[kind] ?? ''} placeholder=${ours} @input=${take}></label>`;
  });
  return html`<details class="part"><summary>${t('names')}</summary><p>${t('names.what')}</p>${fields}</details>`;
}

/** The heading that a list shows over a mark; those that are no longer in the text stand together at the end. */
const headingOf = (t: MarksWords) => (mark: Mark) => (placesIn(mark).length ? mark.heading : t('lost'));

class MarksList {
  #filter: Kind | 'all' = 'all';
  #notes = true;
  #most = atATime;
  readonly #t: MarksWords;
  readonly #box: HTMLElement;
  readonly #toPassage: () => void;
  readonly #rows: Rows;
  readonly #files: Files;

  constructor(box: HTMLElement, t: MarksWords, toPassage: () => void) {
    [this.#t, this.#box, this.#toPassage] = [t, box, toPassage];
    const redraw = () => this.redraw();
    this.#rows = new Rows(box, {
      t,
      redraw,
      quotes: true,
      goTo: mark => {
        if (!goToMark(mark)) void announce('marks', t('lost.what'));
      },
    });
    this.#files = new Files(t, redraw);
  }

  end(): void {
    this.#rows.flush();
  }

  #choices(marks: readonly Mark[]): TemplateResult {
    const t = this.#t,
      there = kinds.filter(kind => marks.some(mark => mark.kind === kind));
    const tick = (words: string, checked: boolean, change: (on: boolean) => void) =>
      html`<label><input type="checkbox" .checked=${checked}
        @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}>${words}</label>`;
    const showNotes = (on: boolean) => {
      this.#notes = on;
      this.redraw();
    };
    const notes = tick(t('show.notes'), this.#notes, showNotes);
    const step = (words: string, by: 1 | -1) =>
      html`<button type="button" @click=${({ currentTarget }: Event) => void stepToMark(by, currentTarget as Element)}
        >${words}</button>`;
    const filter = ({ target }: Event) => {
      this.#filter = (target as HTMLSelectElement).value as Kind | 'all';
      this.#most = atATime;
      this.#rows.act();
      this.redraw();
    };
    const option = (kind: Kind) =>
      html`<option value=${kind} ?selected=${kind === this.#filter}>${kindName(kind, t, givenNames())}</option>`;
    return html`<p class="do">${step(t('step.previous'), -1)}${step(t('step.next'), 1)}</p>
      <label class="field">${t('filter')}<select
        @change=${filter}><option value="all">${t('filter.all')}</option>${there.map(option)}</select></label>
      <div class="ticks">${tick(t('show.text'), areShown(), on => void showInText(on))}${notes}</div>`;
  }

  #list(marks: readonly Mark[]): TemplateResult {
    const t = this.#t,
      listed = marks.slice(0, this.#most);
    const sections = byHeading(listed, headingOf(t)).map(([heading, group]) => {
      const isThere = placesIn(group[0]!).length > 0,
        lang = isThere ? languageOf(group[0]!) : nothing,
        name = heading ? html`<h3 lang=${lang}>${heading}</h3>` : nothing,
        lost = isThere ? nothing : html`<p>${t('lost.what')}</p>`;
      const rows = repeat(
        group,
        ({ id }) => id,
        mark => this.#rows.row(mark, this.#notes),
      );
      return html`<section>${name}${lost}<ul role="list" class="marks">${rows}</ul></section>`;
    });
    const more = html`<p><button type="button" value="more" @click=${() => this.#showMore()}>${t('more')}</button></p>`;
    return html`${sections}
      ${marks.length > listed.length ? more : nothing}`;
  }

  #showMore(): void {
    const from = this.#most;
    this.#most += atATime;
    this.redraw();
    this.#box.querySelectorAll<HTMLElement>('.marks > li')[from]?.querySelector('button')?.focus();
  }

  redraw(): void {
    const t = this.#t,
      all = inOrder(allMarks()),
      marks = all.filter(({ kind }) => this.#filter === 'all' || kind === this.#filter);
    const count = html`<p class="count">${t('count', { count: all.length })} ${areKept() ? t('kept') : nothing}</p>`,
      toPassage = html`<button type="button" @click=${this.#toPassage}>${t('none.mark')}</button>`;
    render(
      html`${notKept(t)}
      ${all.length ? html`${count}${this.#choices(all)}` : html`<p>${t('none')}</p><p>${toPassage}</p>`}
      ${this.#rows.undo()}
      ${marks.length || !all.length ? this.#list(marks) : html`<p>${t('filter.none')}</p>`}
      ${namesOfKinds(t)}${this.#files.shown(all.length > 0)}`,
      this.#box,
    );
  }
}

export const showMarks: View = async (container, panel) => {
  const [t] = await Promise.all([marksWords(), loadMarks()]);
  void showMarksInText();
  const box = make('div', { className: 'my-marks' });
  container.append(box);
  const list = new MarksList(box, t, () => void panel.show('passage'));
  list.redraw();
  const count = allMarks().length;
  if (count) void announce('marks', t('count', { count }));
  const end = whenChanged(() => list.redraw());
  return () => {
    end();
    list.end();
  };
};
