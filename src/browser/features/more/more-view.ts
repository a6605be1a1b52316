/**
 * The menu: first what the bar has no room for, then every other view, then the pages beside the report and the other
 * language, each with a line that says what is there.
 */
import { carryWish } from '../../core/storage/storage.js';
import { root } from '../../core/storage/root.js';
import { make } from '../../core/dom/make.js';
import type { ViewName } from '../../core/panel/ask.js';
import type { Panel, View } from '../../core/panel/view.js';
import { panelWords, type PanelWords } from '../../core/panel/words.js';
import { openSettings } from '../../core/panel/open-settings.js';

/** The views that have a control of their own in the bar, where there is room for it. */
const inBar = ['contents', 'find'] as const;
/** All other views. */
const views = ['passage', 'marks', 'plain', 'figures', 'help'] as const;
/** A report without figures has no view of them. */
const isThere = (view: (typeof views)[number]) => view !== 'figures' || document.querySelector('stats-grid') !== null;
/** The pages beside the report, by their folders. */
const pages = ['formats', 'device', 'help', 'accessibility'] as const;

/** @returns what a door says: its name, and what is behind it */
const says = (name: string, about: string) => [make('b', { textContent: name }), make('span', { textContent: about })];

function doors(...all: HTMLElement[]): HTMLElement {
  const list = make('ul', { className: 'doors' }, ...all.map(each => make('li', {}, each)));
  list.setAttribute('role', 'list');
  return list;
}

const toView = (name: ViewName & `${(typeof inBar)[number] | (typeof views)[number]}`, panel: Panel, t: PanelWords) =>
  make(
    'button',
    { type: 'button', value: name, onclick: () => void panel.show(name) },
    ...says(t(`view.${name}`), t(`about.${name}`)),
  );

const toSettings = (panel: Panel, t: PanelWords) =>
  make(
    'button',
    {
      type: 'button',
      value: 'settings',
      onclick: () => {
        panel.close();
        openSettings();
      },
    },
    ...says(t('view.settings'), t('about.settings')),
  );

/** An installed window has a button for sharing, which the bar may have no room for. */
function toSharing(t: PanelWords): HTMLElement[] {
  const button = document.querySelector<HTMLButtonElement>('nav.bar > [value=share]');
  if (!button) return [];
  const door = make('button', { type: 'button', value: 'share' }, ...says(button.textContent, t('about.share')));
  door.onclick = () => button.click();
  return [door];
}

const toPage = (page: (typeof pages)[number], t: PanelWords) =>
  make('a', { href: `${page}/` }, ...says(t(`page.${page}`), t(`about.page.${page}`)));

/** The link to the same page in the other language, in that language, as it stands at the top of the page. */
function toOtherLanguage(t: PanelWords): HTMLElement[] {
  const link = document.querySelector<HTMLAnchorElement>('header p a[hreflang]');
  if (!link) return [];
  const { href, hreflang, lang, textContent } = link;
  return [make('a', { href, hreflang, lang }, ...says(textContent, t('about.language')))];
}

export const showMore: View = async (container, panel) => {
  const t = await panelWords();
  container.append(
    make(
      'div',
      { className: 'more-view' },
      doors(...inBar.map(name => toView(name, panel, t)), toSettings(panel, t), ...toSharing(t)),
      doors(...views.filter(isThere).map(name => toView(name, panel, t))),
      doors(...pages.map(page => toPage(page, t)), ...toOtherLanguage(t)),
    ),
  );
  carryWish(root);
  return undefined;
};
