/**
 * Fetches what folds the stories that are hard to read when a reader has chosen so, and unfolds them with the choice;
 * the note before each of them has that choice, too.
 */
import { askFor } from '../../core/panel/ask.js';
import { chooseAloud } from '../settings/store.js';
import { followInReport } from '../settings/watch-choice.js';

const root = document.documentElement;

/** What a note offers: to hide all stories like its own, or to show them again, and helplines in the panel. */
function press(event: MouseEvent): void {
  const { target, ctrlKey, metaKey, shiftKey } = event,
    pressed = (target as Element).closest<HTMLElement>('.note > :is(button, [href$="#help"])');
  if (pressed?.matches('a')) {
    if (!ctrlKey && !metaKey && !shiftKey && askFor('help', pressed)) event.preventDefault();
  } else if (pressed) {
    // Not every browser gives the focus to a button that is pressed, and by the focus its place is kept.
    pressed.focus();
    // From now on the script says what is folded: the styles alone would fold at once, and move the button.
    root.classList.add('care');
    chooseAloud('hard', root.dataset['hard'] ? 'shown' : 'folded');
  }
}

/** Where the script or its words cannot come, nothing is folded: words that nobody could open would be lost. */
export function watchHard(fetch: () => Promise<(wanted: boolean) => Promise<void>>): void {
  followInReport('hard', 'folded', isChosen => {
    void fetch()
      .then(fold => fold(isChosen()))
      .catch(() => root.classList.add('care'));
  });
  document.addEventListener('click', press);
}
