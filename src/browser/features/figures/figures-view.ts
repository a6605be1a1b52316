/** The view "Figures": every figure of the report as drawing, table and sentence, and all of them as a file. */
import { html, nothing, render } from 'lit';
import { make } from '../../core/dom/make.js';
import type { View } from '../../core/panel/view.js';
import { jumpTo } from '../../core/position/jump.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { pageLanguage } from '../../core/language.js';
import { saveFigures, sizeIn } from './file.js';
import type { FigureGroup } from '../../../model/figure-groups.js';
import { figureTable, headingText } from './table.js';
import { figuresWords } from './words.js';

/** @returns the figures in the page's language, and where the file with them is */
async function figures(): Promise<{ groups: readonly FigureGroup[]; address: string; bytes: number }> {
  const { groups, address, bytes } = await (pageLanguage() === 'cy'
    ? import('virtual:figures-cy')
    : import('virtual:figures-en'));
  return { groups: groups as readonly FigureGroup[], address, bytes };
}

/** @returns the heading under which the figures of a passage stand in the text */
const headingIn = (id: string) => document.getElementById(id)!.querySelector<HTMLElement>('h1, h2, h3, h4')!;

export const showFigures: View = async (container, panel) => {
  const [t, shared, { groups, address, bytes }] = await Promise.all([figuresWords(), interfaceWords(), figures()]);
  const language = pageLanguage(),
    count = groups.reduce((all, { figures }) => all + figures.length, 0);
  const go = (id: string) => () => {
    jumpTo(headingIn(id));
    if (!panel.beside) panel.close();
  };
  const { href, save } = saveFigures(address, t);
  // A drawing says nothing that its sentence does not; what explains it is as silent as it.
  const view = make('div', { className: 'figures-view' }),
    sheet = container.closest('.panel');
  render(
    html`<p>${t('about', { count })}</p>
    <p><a href=${href} download @click=${save}>${t('file', { size: sizeIn(language, bytes) })}</a></p>
    <p class="about-drawings" aria-hidden="true">${t('drawings')}</p>
    ${groups.map((group, index) => {
      const over = group.around.at(-1),
        before = groups[index - 1]?.around.at(-1);
      const heading = over && over.text !== before?.text ? html`<h3>${headingText(over, language)}</h3>` : nothing;
      return html`${heading}${figureTable(group, { t, language, shared }, go(group.id))}`;
    })}`,
    view,
  );
  container.append(view);
  // On a wide screen a table has room to be one.
  sheet?.classList.add('wide');
  return () => sheet?.classList.remove('wide');
};
