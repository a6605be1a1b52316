/**
 * The view "This passage": the words that are meant, the way to the passages around them, and under them what others
 * add.
 */
import { make, makeButton } from '../../core/dom/make.js';
import type { Panel, View } from '../../core/panel/view.js';
import { jumpTo } from '../../core/position/jump.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { chosenFrom, chosenNow, shownPassages, wordsOfEach } from './chosen-passage.js';
import { bringIntoView, hideChosen, showChosen } from './in-view.js';
import type { Chosen, FetchPart, Part } from './parts.js';
import { passageWords } from './words.js';

/** Of so many passages all are shown; of more the first, the second and the last. */
const shownWhole = 4;
/** How much of a passage is said when it is reached, in letters. */
const saidLetters = 250;

async function fetched(fetchParts: readonly FetchPart[]): Promise<Part[]> {
  const parts = await Promise.all(
    fetchParts.map(fetch =>
      fetch().catch((error: unknown) => {
        globalThis.reportError?.(error);
        return undefined;
      }),
    ),
  );
  return parts.filter(part => part !== undefined);
}

/** @returns the chosen words as a quotation in the language of the report */
function quotation(chosen: Chosen): HTMLElement {
  const all = wordsOfEach(chosen),
    shown = all.length > shownWhole ? [...all.slice(0, 2), '…', ...all.slice(-1)] : all;
  const lang = chosen.passages[0]!.closest<HTMLElement>('[lang]')!.lang;
  const quote = make('blockquote', { lang }, ...shown.map(words => make('p', { textContent: words })));
  return chosen.heading
    ? make('div', { className: 'quoted' }, make('h3', { lang, textContent: chosen.heading }), quote)
    : make('div', { className: 'quoted' }, quote);
}

/** @returns the shown passage before or after what was chosen */
function besides({ passages }: Chosen, by: -1 | 1): HTMLElement | undefined {
  const all = shownPassages(),
    at = all.indexOf(by < 0 ? passages[0]! : passages[passages.length - 1]!);
  return at < 0 ? all[0] : all[at + by];
}

/** The view in its container: what was chosen may change while it is open. */
function drawn(
  container: HTMLElement,
  panel: Panel,
  parts: readonly Part[],
  t: Awaited<ReturnType<typeof passageWords>>,
): { first(chosen: Chosen): void; end(): void } {
  let chosen: Chosen,
    ends: ((() => void) | undefined)[] = [];
  const quoted = make('div'),
    added = make('div', { className: 'passage-parts' });
  const end = () => {
    for (const each of ends) each?.();
    ends = [];
  };
  const move = (by: -1 | 1, pressed: Element) => {
    const next = besides(chosen, by);
    if (!next) return void answer(pressed, 'passage', t(by < 0 ? 'passage.first' : 'passage.last'), false);
    getSelection()?.removeAllRanges();
    show(chosenFrom([next]));
    void announce(
      'passage',
      chosen.words.length > saidLetters ? `${chosen.words.slice(0, saidLetters)} …` : chosen.words,
    );
  };
  function show(next: Chosen): void {
    end();
    chosen = next;
    quoted.replaceChildren(quotation(chosen));
    showChosen(chosen);
    bringIntoView(chosen, container.closest('.panel'));
    added.replaceChildren();
    ends = parts.map(part => {
      const room = make('div', { className: 'passage-part' });
      added.append(room);
      return part(chosen, room, panel);
    });
  }
  const way = make(
    'p',
    { className: 'passage-way' },
    makeButton(t('passage.previous'), pressed => move(-1, pressed)),
    makeButton(t('passage.next'), pressed => move(1, pressed)),
    makeButton(t('passage.read'), () => jumpTo(chosen.passages[0]!, chosen.range)),
  );
  // Who chose words wants to do something with them; who chose none may first look for the passage.
  const first = (next: Chosen) => {
    container.append(quoted, ...(next.range ? [added, way] : [way, added]));
    show(next);
  };
  return { first, end };
}

/** @param fetchParts how to fetch what is shown under the passage, in order @returns the view */
export const passageView =
  (fetchParts: readonly FetchPart[]): View =>
  async (container, panel, about) => {
    // What is selected, or has the focus, may be gone by the time the words are there.
    const chosen = chosenNow(about);
    const [t, parts] = await Promise.all([passageWords(), fetched(fetchParts)]);
    if (!chosen) {
      container.append(make('p', { textContent: t('passage.none') }));
      return undefined;
    }
    const view = drawn(container, panel, parts, t);
    view.first(chosen);
    return () => {
      view.end();
      hideChosen();
    };
  };
