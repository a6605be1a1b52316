/**
 * What can be marked on the chosen passage or words, and the marks that are there: a part of the view "This passage".
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { make } from '../../core/dom/make.js';
import type { Chosen, Part } from '../passage/parts.js';
import { showMarksInText } from './in-text.js';
import { allMarks, changeMarks, givenNames, loadMarks, whenChanged } from './kept.js';
import { highlightKinds, isHighlight, sameness, wordsMarked, type HighlightKind, type Mark } from './model.js';
import { marksOn } from './note-in-text.js';
import { notKept, sayNotKept } from './not-kept.js';
import { Rows } from './rows.js';
import { markOn, overlap } from './text.js';
import { kindName, marksWords, type MarksWords } from './words.js';

/** How much of the words a bookmark is first called by, in letters. */
const firstName = 40;

function draw(chosen: Chosen, container: HTMLElement, t: MarksWords): () => void {
  const box = make('div', { className: 'marking' });
  container.append(box);
  const rows = new Rows(box, { t, redraw, quotes: Boolean(chosen.range) || chosen.passages.length > 1 });
  /** The highlight that is on exactly these words, whatever its kind. */
  const same = (mark: Mark) => sameness({ kind: 'note', places: mark.places });
  const here = same(markOn(chosen, 'note'));
  const highlightHere = () => allMarks().find(mark => isHighlight(mark.kind) && same(mark) === here);

  /** The highlight to which a note belongs: the one here, or else the first on some of these words, best a bare one. */
  function noted(): Mark | undefined {
    const chosenWords = markOn(chosen, 'note'),
      shared = marksOn(chosen.passages).filter(mark => isHighlight(mark.kind) && overlap(mark, chosenWords));
    return highlightHere() ?? shared.find(({ note }) => !note) ?? shared[0];
  }

  function highlight(kind: HighlightKind): void {
    rows.act();
    const there = highlightHere();
    if (there?.kind === kind) rows.remove(there, false);
    else void changeMarks([there ? { ...there, kind, changed: new Date().toISOString() } : markOn(chosen, kind)]);
    sayNotKept(t);
  }
  function bookmark(): void {
    const mark = markOn(chosen, 'bookmark');
    mark.name = wordsMarked(mark, firstName);
    void changeMarks([mark]);
    rows.edit(mark);
    sayNotKept(t);
  }
  const note = () => rows.edit(noted() ?? markOn(chosen, 'note'));
  function kindButton(kind: HighlightKind): TemplateResult {
    const pressed = highlightHere()?.kind === kind ? 'true' : 'false',
      name = html`<span class="kind" data-kind=${kind}>${kindName(kind, t, givenNames())}</span>`;
    return html`<button type="button" aria-pressed=${pressed} @click=${() => highlight(kind)}>${name}</button>`;
  }
  const button = (what: 'bookmark' | 'note', press: () => void): TemplateResult =>
    html`<button type="button" value=${what} @click=${press}>${t(`part.${what}`)}</button>`;
  function redraw(): void {
    const draft = rows.isNew && rows.editing,
      marks = marksOn(chosen.passages).filter(({ id }) => !draft || id !== draft.id);
    const list = repeat(
      marks,
      ({ id }) => id,
      mark => rows.row(mark),
    );
    const yours = html`<h3>${t('part.yours')}</h3><ul role="list" class="marks">${list}</ul>`;
    render(
      html`<h3>${t('part.heading')}</h3>${notKept(t)}
      <div class="kinds" role="group" aria-label=${t('part.highlight')}>${highlightKinds.map(kindButton)}</div>
      <p class="do">${button('bookmark', bookmark)}${button('note', note)}</p>
      ${draft ? rows.form() : nothing}${rows.undo()}
      ${marks.length ? yours : nothing}`,
      box,
    );
  }
  redraw();
  const end = whenChanged(redraw);
  return () => {
    end();
    rows.flush();
  };
}

/** Marks are read, and drawn in the text from now on. */
export const showMarksOf: Part = (chosen, container) => {
  let end: (() => void) | undefined,
    ended = false;
  void Promise.all([marksWords(), loadMarks()]).then(([t]) => {
    if (!ended) end = draw(chosen, container, t);
    void showMarksInText();
  });
  return () => {
    ended = true;
    end?.();
  };
};
