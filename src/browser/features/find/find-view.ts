/** Finding words in the report: a field, and what is found as one types. */
import { make } from '../../core/dom/make.js';
import { askFor } from '../../core/panel/ask.js';
import type { View } from '../../core/panel/view.js';
import { announce } from '../../core/announcements/announce.js';
import { adviceOn, countOf, findWords, takenFor, type FindWords } from './find-words.js';
import {
  ask,
  forget,
  getReady,
  goTo,
  index,
  isAllEnglish,
  isMoreHidden,
  mark,
  meant,
  matchAfter,
  matches,
  matchIndex,
  query,
} from './finding.js';
import { asksForHelp } from './help-words.js';
import { longestQuery } from './query.js';
import { groupsOf, resultList } from './results.js';
import { hideSteps, positionIn, sentenceHere, showSteps } from './step-notice.js';

/**
 * How many matches are drawn as one types: a screenful, so that drawing keeps pace on a slow phone. Once typing rests
 * there are more, and all when they are asked for.
 */
const atFirst = 4,
  atRest = 15;
/** After so many milliseconds without a key, typing rests: what was found is said, and marked in the text. */
const rest = 700;

class FindView {
  readonly #t: FindWords;
  readonly #field: HTMLInputElement;
  readonly #told = make('div', { className: 'told' });
  readonly #hint: HTMLElement;
  /** The way to the help lines, for whoever looks for them here. */
  readonly #help: HTMLElement;
  readonly #position = make('span');
  readonly #steps: HTMLElement;
  readonly #list = make('div', { className: 'places' });
  #most = atFirst;
  #resting = 0;
  /** Enter, pressed before the page has been read. */
  #wanted: 1 | -1 | undefined;

  constructor(container: HTMLElement, t: FindWords) {
    this.#t = t;
    this.#hint = make('p', { id: 'find-hint', className: 'hint', textContent: t('hint') });
    this.#field = make('input', {
      type: 'text',
      autocomplete: 'off',
      spellcheck: false,
      enterKeyHint: 'search',
      inputMode: 'search',
      maxLength: longestQuery,
      value: query(),
    });
    this.#field.setAttribute('autocapitalize', 'none');
    this.#field.setAttribute('aria-describedby', this.#hint.id);
    this.#field.oninput = () => this.#typed();
    this.#field.onkeydown = event => this.#pressed(event);
    const search = make('div', {}, make('label', { className: 'find-field' }, t('field'), this.#field), this.#hint);
    search.setAttribute('role', 'search');
    this.#steps = make(
      'p',
      { className: 'to-places' },
      this.#stepButton('previous', -1),
      this.#stepButton('next', 1),
      this.#position,
      this.#clearButton(),
    );
    const toHelp = make('button', { type: 'button', textContent: t('help.open'), onclick: () => void askFor('help') });
    this.#help = make('p', { className: 'to-help', hidden: true }, t('help'), ' ', toHelp);
    this.#list.ariaBusy = 'true';
    container.append(make('div', { className: 'finding' }, search, this.#told, this.#help, this.#steps, this.#list));
  }

  /** Looks for words anew. */
  start(words: string): void {
    this.#field.value = words;
    ask(words);
    this.draw();
    this.#field.focus();
    this.#field.select();
    this.#whenRested();
  }

  /** Looks for what stands in the field, now that the page has been read, and goes where the reader wanted to. */
  ready(): void {
    this.#list.ariaBusy = null;
    if (!this.#field.value || !this.#field.isConnected) return;
    ask(this.#field.value);
    this.draw();
    this.#whenRested();
    if (this.#wanted && matches().length) this.#step(this.#wanted, this.#field);
  }

  #typed(): void {
    this.#wanted = undefined;
    this.#most = atFirst;
    ask(this.#field.value);
    this.draw();
    this.#whenRested();
  }

  /** Says and marks what was found, once typing rests. */
  #whenRested(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      mark();
      if (this.#most < atRest && matches().length > this.#most && !this.#list.contains(document.activeElement)) {
        this.#most = atRest;
        this.draw();
      }
      const help = this.#help.hidden ? '' : this.#help.textContent;
      if (this.#told.textContent) void announce('find', this.#told.textContent + help);
    }, rest) as unknown as number;
  }

  #pressed(event: KeyboardEvent): void {
    // A key that ends the writing of a letter is not meant for us.
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const steps = event.shiftKey ? -1 : 1;
    if (this.#list.ariaBusy) this.#wanted = steps;
    else if (matches().length) this.#step(steps, this.#field);
  }

  #go(number: number): void {
    clearTimeout(this.#resting);
    goTo(number);
    if (this.#list.isConnected) this.draw();
    void announce('find', positionIn(this.#t));
  }

  /**
   * @param from what was pressed: it keeps the focus where the view stays beside the text, and the words are said
   * instead
   */
  #step(steps: 1 | -1, from: HTMLElement): void {
    this.#go(matchAfter(steps));
    if (!from.isConnected) return;
    from.focus({ preventScroll: true });
    void announce('find', `${positionIn(this.#t)}. ${sentenceHere()}`);
  }

  #stepButton(name: 'previous' | 'next', steps: 1 | -1): HTMLElement {
    const button = make('button', { type: 'button', textContent: this.#t(name) });
    button.onclick = () => this.#step(steps, button);
    return button;
  }

  #clearButton(): HTMLElement {
    const clear = () => {
      forget();
      this.start('');
      clearTimeout(this.#resting);
      void announce('find', this.#t('cleared'));
    };
    return make('button', { type: 'button', textContent: this.#t('clear.results'), onclick: clear });
  }

  draw(): void {
    const t = this.#t,
      groups = groupsOf(matches()),
      { length } = matches();
    if (matchIndex() >= this.#most) this.#most = length;
    const sentences = !meant().length
      ? []
      : length
        ? [countOf(t, length, groups.length), ...takenFor(t, meant(), index()!)]
        : adviceOn(t, meant(), isAllEnglish());
    // The space parts the sentences where they are said.
    this.#told.replaceChildren(
      ...[...sentences, ...(isMoreHidden() ? [t('hidden')] : [])].map(textContent => make('p', {}, textContent, ' ')),
    );
    this.#help.hidden = !asksForHelp(query());
    this.#steps.hidden = !length;
    // What was found is worth the room more, once there is something.
    this.#hint.hidden = sentences.length > 0;
    this.#position.textContent = matchIndex() < 0 ? '' : positionIn(t);
    this.#list.replaceChildren(
      ...resultList(groups, this.#most, t, number => this.#go(number)),
      ...this.#further(length),
    );
  }

  /** More of the list, or, where there is none, words that come near. */
  #further(length: number): HTMLElement[] {
    const t = this.#t;
    if (length > this.#most) {
      const more = () => {
        const first = this.#most;
        this.#most = length;
        this.draw();
        this.#list.querySelectorAll<HTMLElement>('.place')[first]?.focus();
      };
      return [
        make(
          'p',
          {},
          make('button', { type: 'button', textContent: t('more', { count: length - this.#most }), onclick: more }),
        ),
      ];
    }
    const unknown = length ? [] : meant().filter(({ reading }) => reading === 'unknown');
    const near = unknown.flatMap(({ written }) =>
      index()!
        .nearest(written, 5)
        .map(word =>
          make('button', {
            type: 'button',
            textContent: word,
            onclick: () => this.start(query().replace(written, () => word)),
          }),
        ),
    );
    return near.length
      ? [make('h3', { textContent: t('none.near') }), make('p', isAllEnglish() ? { lang: 'en' } : {}, ...near)]
      : [];
  }

  end(): void {
    clearTimeout(this.#resting);
    showSteps(this.#t);
  }
}

/** The view in which words are found. What was looked for last is still there. @param about words to look for */
export const showFind: View = async (container, _panel, about) => {
  const view = new FindView(container, await findWords());
  hideSteps();
  // One can type at once; the page is read meanwhile.
  void getReady().then(() => view.ready());
  view.start(typeof about === 'string' ? about : query());
  return () => view.end();
};
