/**
 * Where a screen is wide, the panel can stand beside the text, as high as the screen, and hide nothing. Where the
 * contents of the page stand there already, it lies on them.
 */
import { isColumn } from '../position/column.js';
import { keepLine } from '../position/keep-line.js';
import { read, write } from '../storage/storage.js';
import { make } from '../dom/make.js';

/** Under which name the device keeps that the reader wants it so. */
const storeName = 'reader-panel',
  beside = 'beside';
/** How wide a screen must be for both, in the reader's own rem: very large text leaves no room beside it. */
const roomForBoth = 64;

const root = document.documentElement;
const hasRoom = () =>
  innerWidth / parseFloat(getComputedStyle(root).fontSize) >= roomForBoth && matchMedia('(min-height: 30em)').matches;

/** What is docked: the panel. */
interface Docked extends Element {
  readonly isOpen: boolean;
  close(focus?: boolean): void;
}

export class Dock {
  readonly #panel: Docked;
  readonly #button: HTMLButtonElement;
  /** The button that docks the panel; it is there where there is room. */
  readonly choice: HTMLElement;
  #wanted = read(storeName) === beside;

  /** @param name of the button */
  constructor(panel: Docked, name: string) {
    this.#panel = panel;
    this.#button = make('button', { type: 'button', textContent: name, onclick: () => this.#want(!this.#wanted) });
    this.choice = make('p', { className: 'dock' }, this.#button);
    addEventListener('resize', () => this.settle());
    // Another text size is an attribute of the root.
    const watch = new MutationObserver(() => this.settle());
    watch.observe(root, { attributeFilter: ['data-size', 'style'] });
    watch.observe(panel, { attributeFilter: ['class'] });
  }

  #want(wanted: boolean): void {
    this.#wanted = wanted;
    write(storeName, wanted ? beside : '');
    this.settle();
  }

  /** Puts the panel where it belongs now. The line that is being read stays where it is. */
  settle(): void {
    const room = hasRoom(),
      column = isColumn(),
      // On the contents; a view that wants much width lies on the text.
      place = column ? !this.#panel.matches('.wide') && 'column' : this.#wanted && '',
      now = room && this.#panel.isOpen && place,
      before = root.getAttribute('data-beside');
    this.choice.hidden = !room || column;
    this.#button.setAttribute('aria-pressed', String(this.#wanted));
    if (now === (before ?? false)) return;
    const put = () => {
      if (now === false) root.removeAttribute('data-beside');
      else root.setAttribute('data-beside', now);
      return undefined;
    };
    // On the contents it moves nothing.
    if (now === 'column' || before === 'column') put();
    else void keepLine(put);
    // Without room it would come to lie over the text.
    if (before !== null && !room && !this.#panel.contains(document.activeElement)) this.#panel.close(false);
  }
}
