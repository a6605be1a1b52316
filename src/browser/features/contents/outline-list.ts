/**
 * The contents as a list in the panel: parts, sections and stories, each opened and closed by a button of its own, with
 * the entry for where the reader is marked. The stories are numbered.
 */
import type { Translate } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import { readingMinutes } from '../../../model/report/words.js';
import { wordsOf, type Entry } from './outline.js';
import { nameIn, type ContentsWords } from './words.js';

/**
 * What the list is drawn with: the words of the contents, those of the interface, and what happens when an entry is
 * pressed.
 */
interface ListSetting {
  t: ContentsWords;
  shared: Translate;
  go: (entry: Entry) => void;
}

/** `open` opens and closes what has something in it. */
interface Row {
  link: HTMLAnchorElement;
  open?: (open: boolean) => void;
  isOpen: () => boolean;
}

export class OutlineList {
  readonly element: HTMLElement;
  readonly #rows = new Map<Entry, Row>();
  readonly #stories: Entry[] = [];
  #current: HTMLAnchorElement | undefined;

  constructor(parts: readonly Entry[], setting: ListSetting) {
    this.element = make('ul', { className: 'outline' }, ...parts.map(part => this.#item(part, setting)));
    this.element.setAttribute('role', 'list');
    this.element.setAttribute('aria-label', setting.t('list'));
  }

  #item(entry: Entry, setting: ListSetting): HTMLElement {
    const { t, shared, go } = setting,
      { id, level, heading, element, inside } = entry,
      { text, lang } = nameIn(heading);
    const link = make('a', { href: `#${id}`, textContent: text }),
      { lang: ours } = document.documentElement;
    if (lang !== ours) link.lang = lang;
    link.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(entry);
    };
    const row = make('div', { className: level === 'story' ? '' : 'with-time' }, link);
    const item = make('li', { className: /line-\d/.exec(element.className)?.[0] ?? '' }, row);
    if (level !== 'story')
      link.append(
        ' ',
        make('small', {
          lang: ours,
          textContent: shared('contents.minutes', { count: readingMinutes(wordsOf(element)) }),
        }),
      );
    else row.dataset['number'] = String(this.#stories.push(entry));
    if (!inside.length) {
      this.#rows.set(entry, { link, isOpen: () => true });
      return item;
    }
    const list = make('ul', {}, ...inside.map(each => this.#item(each, setting)));
    list.setAttribute('role', 'list');
    const button = make('button', { type: 'button', className: 'fold', onclick: () => open(Boolean(list.hidden)) });
    button.setAttribute('aria-label', t('inside', { name: text }));
    const open = (open: boolean) => {
      list.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
    };
    open(false);
    row.prepend(button);
    item.append(list);
    this.#rows.set(entry, { link, open, isOpen: () => !list.hidden });
    return item;
  }

  /** How many stories there are. */
  get stories(): number {
    return this.#stories.length;
  }

  /** Brings the focus to a story. @param number as it stands before it, counted from 1 */
  focusStory(number: number): void {
    const story = this.#stories[number - 1]!;
    this.open([...this.#rows.keys()].filter(({ element }) => element.contains(story.element)));
    this.#rows.get(story)!.link.focus();
  }

  /** Opens whatever is around and in an entry; without one, everything. */
  open(trail?: readonly Entry[]): void {
    for (const [entry, { open }] of this.#rows) if (!trail || trail.includes(entry)) open?.(true);
  }

  /**
   * Marks where the reader is: the last of these that is seen in the list.
   * @returns its link; nothing before the first part
   */
  mark(trail: readonly Entry[]): HTMLAnchorElement | undefined {
    const closed = trail.findIndex(entry => !this.#rows.get(entry)?.isOpen());
    const entry = closed < 0 ? trail[trail.length - 1] : trail[closed];
    const link = entry && this.#rows.get(entry)?.link;
    if (link !== this.#current) {
      this.#current?.removeAttribute('aria-current');
      link?.setAttribute('aria-current', 'location');
      this.#current = link;
    }
    return link;
  }
}
