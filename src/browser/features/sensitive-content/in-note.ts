/**
 * What a content note offers beside passing over its story: a button that hides all such stories, and shows them again
 * where they were hidden, and help lines in the panel, for which the note has a link that works without this script.
 */
import type { Translate } from '../../../model/words/translate.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { make } from '../../core/dom/make.js';
import { askFor } from '../../core/panel/ask.js';
import { keepLine } from '../../core/position/keep-line.js';
import { chooseAloud } from '../settings/store.js';

const root = document.documentElement;
const areHidden = () => root.dataset['hard'] === 'folded';
/** The name of each button is a text that stays: by it the button keeps its place while the stories change. */
const names: Text[] = [];
let words: Translate;

function nameAll(): void {
  for (const name of names) name.data = words(areHidden() ? 'note.show' : 'note.hide');
}

function press({ currentTarget }: Event): void {
  // Not every browser gives the focus to a button that is pressed, and by the focus its place is kept.
  (currentTarget as HTMLElement).focus();
  // From now on the script says what is folded: the styles alone would fold at once, and move the button.
  root.classList.add('care');
  chooseAloud('hard', areHidden() ? 'shown' : 'folded');
}

function addTo(note: Element): void {
  const [skip, help] = note.querySelectorAll(':scope > a'),
    name = document.createTextNode('');
  names.push(name);
  skip!.after('\u2003', make('button', { type: 'button', onclick: press }, name));
  help?.addEventListener('click', event => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    askFor('help', note);
  });
}

/** Adds to each content note what it offers. @throws what the browser throws when the words cannot be fetched */
export async function addChoices(): Promise<void> {
  await nameChoices();
  await keepLine(() => {
    for (const note of document.querySelectorAll('.run > section > .note')) addTo(note);
    nameAll();
    return undefined;
  });
  new MutationObserver(nameAll).observe(root, { attributeFilter: ['data-hard'] });
}

/** Names the buttons anew, in the language that was chosen since. */
export async function nameChoices(): Promise<void> {
  words = await interfaceWords();
  nameAll();
}
