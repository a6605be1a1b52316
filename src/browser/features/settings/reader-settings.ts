/**
 * Makes the settings panel that stands in the page work. It draws nothing; further settings are fetched when the panel
 * is first opened.
 */
import type { SettingName } from '../../../model/settings/catalogue.js';
import { settingNamed } from '../../../model/settings/catalogue.js';
import { keepClear } from '../../core/dom/keep-clear.js';
import { make } from '../../core/dom/make.js';
import { fetchPart } from '../../core/loading/fetch-part.js';
import { addParts } from './parts.js';
import { areKept, choose, current, reset, takeFromOtherTab, takeKept, whenChanged, whereKept } from './store.js';

/** How far the mark of the focus reaches beyond what it is round, in pixels. */
const markWidth = 6;

const detailsOf = (panel: Element): HTMLDetailsElement => panel.querySelector('details')!;

/** In words that are fetched for it, and asked for again where they do not come. */
const sayWhereKept = (panel: Element) =>
  fetchPart(async () => {
    const words = await whereKept();
    return () => {
      panel.querySelector('.kept')!.textContent = words;
    };
  });

/** Sets the radios to the choices; the browser may have restored others after a reload. */
function check(panel: Element): void {
  for (const radio of panel.querySelectorAll<HTMLInputElement>('[data-setting] [type=radio]')) {
    radio.checked = radio.value === (current()[radio.name as SettingName] ?? settingNamed(radio.name).usual);
  }
  if (!areKept()) sayWhereKept(panel);
}

function close(panel: Element): void {
  detailsOf(panel).open = false;
  panel.querySelector('summary')!.focus();
}

/**
 * Whether the open sheet hides something, or may hide it once it is scrolled into view, which browsers do only after
 * the focus has come (WCAG 2.4.12). Over the bar that it belongs to it never lies.
 */
function covers(panel: Element, element: Element): boolean {
  if (!detailsOf(panel).open || panel.parentElement!.contains(element)) return false;
  const sheet = panel.querySelector('.sheet')!,
    { left, right } = sheet.getBoundingClientRect(),
    behind = element.getBoundingClientRect();
  return (
    getComputedStyle(sheet).position === 'absolute' &&
    behind.left - markWidth < right &&
    behind.right + markWidth > left
  );
}

/** Without private methods, for which the oldest browsers need a kilobyte of help. */
export class ReaderSettings extends HTMLElement {
  connectedCallback(): void {
    // The way out stands beside the title, which is in the page already, as the name of the control.
    // A screen reader has just said it.
    const name = make('b', { textContent: this.querySelector('summary')!.textContent }),
      sheet = this.querySelector<HTMLElement>('.sheet')!,
      title = make('div', { className: 'title' }, name, this.querySelector('[value=close]')!);
    name.setAttribute('aria-hidden', 'true');
    sheet.prepend(title);
    keepClear(sheet, title);
    sheet.append(make('p', { className: 'kept' }));
    takeKept();
    check(this);
    whenChanged(() => {
      check(this);
      // Text that grows would push what was pressed out of view.
      const pressed = document.activeElement?.closest('.sheet label, .sheet button');
      if (this.contains(pressed ?? null)) pressed!.scrollIntoView({ block: 'nearest' });
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio' && target.closest('[data-setting]'))
        choose(target.name as SettingName, target.value);
    });
    this.addEventListener('click', ({ target }) => {
      const button = (target as HTMLElement).closest('button')?.value;
      if (button === 'close') close(this);
      if (button === 'reset') reset();
    });
    const details = detailsOf(this);
    this.addEventListener('keydown', event => {
      if (event.key === 'Escape' && details.open) close(this);
    });
    details.addEventListener('toggle', () => {
      if (!details.open) return;
      sayWhereKept(this);
      addParts(this);
    });
    // Another tab, or a page brought back by the browser: what was chosen there holds here too.
    addEventListener('storage', takeFromOtherTab);
    addEventListener('pageshow', takeKept);
    document.addEventListener('focusin', ({ target }) => {
      if (covers(this, target as Element)) details.open = false;
    });
  }
}
