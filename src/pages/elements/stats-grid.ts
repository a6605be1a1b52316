/** Headline figures as a list: each number stands inside its own sentence, because that is how it will be heard. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Statistic } from '../../model/report/model.js';
import { LightElement } from './light-element.js';
import { statDrawing } from './stat-drawing.js';

function sentence({ statement, figure }: Statistic): TemplateResult {
  if (!figure) return html`<p>${statement}</p>`;
  const at = statement.indexOf(figure);
  return html`<p>${statement.slice(0, at)}<b>${figure}</b>${statement.slice(at + figure.length)}</p>`;
}

/**
 * @property statistics what to show, in order
 */
export class StatsGrid extends LightElement {
  static override properties: PropertyDeclarations = { statistics: { attribute: false } };
  declare statistics?: Statistic[];

  override render(): unknown {
    if (!this.statistics) return nothing;
    const items = this.statistics.map(each => html`<li>${sentence(each)}${statDrawing(each)}</li>`);
    // role="list": Safari forgets that a list without bullets is one.
    return html`<ul role="list">${items}</ul>`;
  }
}
customElements.define('stats-grid', StatsGrid);
