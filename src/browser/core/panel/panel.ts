/**
 * The panel above the bar: contents, finding, marks and what else helps to find one's way, one view at a time with its
 * title and a way to close it, each fetched when it is asked for.
 */
import styles from 'virtual:panel-styles';
import { interfaceWords } from '../announcements/announce.js';
import type { ViewName } from './ask.js';
import { Dock } from './dock.js';
import { keepClear } from '../dom/keep-clear.js';
import { make } from '../dom/make.js';
import { linkStyles } from '../dom/styles.js';
import type { Panel, View } from './view.js';
import { panelWords, type PanelWords } from './words.js';

/** How to fetch each view. */
type Views = Record<ViewName, () => Promise<View>>;

/** @returns a promise of the panel's styles; where they cannot come, everything still works */
export const panelStyles = (): Promise<unknown> => linkStyles(styles);

export class ReaderPanel extends HTMLElement implements Panel {
  readonly #views: Views;
  readonly #t: PanelWords;
  readonly #heading = make('h2', { tabIndex: -1, id: 'panel-name' });
  #container = make('div', { className: 'view' });
  /** Which wish is the newest: a view may come after another one, the same one again, or none was asked for. */
  #turn = 0;
  /** Ends the view that is shown. */
  #leave: (() => void) | undefined;
  #shown: ViewName | undefined;
  /** Where the focus was when the panel was opened. */
  #from: HTMLElement | undefined;
  readonly #dock: Dock;

  constructor(views: Views, t: PanelWords, close: string) {
    super();
    [this.#views, this.#t] = [views, t];
    this.#dock = new Dock(this, t('panel.beside'));
    const wayOut = make('button', { type: 'button', value: 'close', textContent: close, onclick: () => this.close() });
    const title = make('div', { className: 'title' }, this.#heading, wayOut);
    this.append(title, this.#container, this.#dock.choice);
    keepClear(this, title);
    this.className = 'sheet panel';
    this.setAttribute('role', 'dialog');
    this.setAttribute('aria-labelledby', 'panel-name');
    this.hidden = true;
    this.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
  }

  get beside(): boolean {
    return document.documentElement.hasAttribute('data-beside');
  }
  get isOpen(): boolean {
    return !this.hidden;
  }
  get shown(): ViewName | undefined {
    return this.isOpen ? this.#shown : undefined;
  }

  async show(name: ViewName, about?: unknown): Promise<void> {
    const fetch = this.#views[name];
    if (this.hidden) this.#from = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    this.hidden = false;
    this.#dock.settle();
    this.#shown = name;
    this.dataset['view'] = name;
    this.#tellWhetherOpen();
    this.scrollTop = 0;
    this.#heading.textContent = this.#t(`view.${name}`);
    this.#end();
    const turn = this.#turn,
      isOver = () => turn !== this.#turn;
    try {
      const view = await fetch();
      if (isOver()) return;
      const focused = document.activeElement;
      const leave = await view(this.#container, this, about);
      if (isOver()) return leave?.();
      this.#leave = leave;
      if (document.activeElement === focused) this.#heading.focus();
    } catch (error) {
      if (isOver()) return;
      globalThis.reportError?.(error);
      this.#container.replaceChildren(
        make('p', { className: 'fault', textContent: this.#t('panel.failed') }),
        make(
          'p',
          {},
          make('button', {
            type: 'button',
            textContent: this.#t('panel.again'),
            onclick: () => void this.show(name, about),
          }),
        ),
      );
      this.#heading.focus();
    }
  }

  /** @param focus whether the focus goes back to where it was; not where it has already gone on into the text */
  close(focus = true): void {
    if (this.hidden) return;
    const { activeElement } = document,
      isInText = activeElement !== document.body && !this.contains(activeElement);
    this.hidden = true;
    this.#dock.settle();
    this.#tellWhetherOpen();
    this.#end();
    const [[, link]] = controlsOfBar() as [[ViewName, HTMLElement]];
    if (focus && !isInText)
      (this.#from?.isConnected && this.#from !== document.body ? this.#from : link).focus({ preventScroll: true });
  }

  #end(): void {
    this.#turn += 1;
    this.#leave?.();
    this.#leave = undefined;
    // A view that is still being drawn goes on in a container that nobody sees.
    const container = make('div', { className: 'view' });
    this.#container.replaceWith(container);
    this.#container = container;
  }

  /** Each control of the bar says whether its view is open. */
  #tellWhetherOpen(): void {
    for (const [name, control] of controlsOfBar()) control.setAttribute('aria-expanded', String(this.shown === name));
  }
}
customElements.define('reader-panel', ReaderPanel);

const linkToContents = 'nav.bar > a[href="#contents"]';

/** @returns the controls of the bar that open a view, each with its name */
const controlsOfBar = (): [ViewName, HTMLElement][] =>
  [...document.querySelectorAll<HTMLButtonElement>(`${linkToContents}, nav.bar > :is([value=find], [value=more])`)].map(
    control => [(control.value || 'contents') as ViewName, control],
  );

/** Whether the panel hides a part of an element, or may hide it once it is scrolled into view (WCAG 2.4.12). */
function covers(panel: ReaderPanel, element: Element): boolean {
  if (!panel.isOpen || panel.beside || panel.closest('nav')!.contains(element)) return false;
  const { left, right } = panel.getBoundingClientRect(),
    behind = element.getBoundingClientRect();
  return behind.left < right && behind.right > left;
}

/**
 * @returns the panel, closed, in the bar after the link that opens it
 * @throws what the browser throws when its words cannot be fetched
 */
export async function makePanel(views: Views): Promise<ReaderPanel> {
  const [t, shared] = await Promise.all([panelWords(), interfaceWords(), panelStyles()]);
  const panel = new ReaderPanel(views, t, shared('settings.close'));
  const [[, link], ...others] = controlsOfBar() as [[ViewName, HTMLElement], ...[ViewName, HTMLElement][]];
  link.setAttribute('role', 'button');
  for (const [, control] of [['contents', link] as const, ...others]) control.setAttribute('aria-haspopup', 'dialog');
  // What a button does by Space, a link does not.
  link.addEventListener('keydown', event => {
    if (event.key === ' ') {
      event.preventDefault();
      link.click();
    }
  });
  document.querySelector('nav.bar > [value=more]')!.after(panel);
  document.addEventListener('focusin', ({ target }) => {
    if (covers(panel, target as Element)) panel.close(false);
  });
  return panel;
}
