/**
 * What came of a press, for the eyes too: a sentence by the pressed button. Screen readers hear it from the page's
 * voice, and do not meet it a second time.
 */
import { announce, interfaceWords, type Sentence } from './announce.js';

/**
 * It stands under the row of its button, so that no other one moves. Here, because the only sheet that all pages with
 * such buttons have is part of the first view.
 */
const underRow = 'order: 1; flex-basis: 100%; grid-column: 1 / -1; font-weight: 700';

let shown: HTMLElement | undefined;

/** The words go, their room stays: nothing moves from under a finger that is about to press again. */
const hide = (): void => shown?.style.setProperty('visibility', 'hidden');

document.addEventListener(
  'click',
  ({ target }) => {
    if ((target as Element).closest?.('a, button, input, select, summary')) hide();
  },
  true,
);
// Sheets are closed by it, and those that are opened again show what they showed.
document.addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Escape') hide();
  },
  true,
);

/**
 * Says what came of a press, and shows it after the pressed control until another one is pressed.
 * @param pressed where it is gone by now, the sentence is only said
 * @param about what it is about, as in `announce`
 * @param worked whether that is what the reader wanted
 */
export async function answer(pressed: Element, about: string, sentence: Sentence, worked = true): Promise<void> {
  void announce(about, sentence);
  const words = typeof sentence === 'string' ? sentence : sentence(await interfaceWords());
  hide();
  if (!pressed.isConnected) return;
  const before = pressed.nextElementSibling;
  shown = before?.matches('.answer') ? (before as HTMLElement) : document.createElement('span');
  shown.className = 'answer';
  shown.style.cssText = underRow;
  shown.ariaHidden = 'true';
  shown.textContent = `${worked ? '✓' : '!'} ${words}`;
  if (shown !== before) pressed.after(shown);
  shown.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
