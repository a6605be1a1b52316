/** Headline figures as a list: each number stands inside its own sentence, because that is how it will be heard. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Statistic } from '../../model/report/model.js';
import type { Reading } from '../../model/words/translate.js';
import { LightElement } from './light-element.js';
import { scaleLine } from './our-note.js';
import { dotsOf, scaleOf, statDrawing } from './stat-drawing.js';

function sentence({ statement, figure }: Statistic): TemplateResult {
  if (!figure) return html`<p>${statement}</p>`;
  const at = statement.indexOf(figure);
  return html`<p>${statement.slice(0, at)}<b>${figure}</b>${statement.slice(at + figure.length)}</p>`;
}

/**
 * @property statistics what to show, in order
 * @property reading the words in which a drawing says its scale
 */
export class StatsGrid extends LightElement {
  static override properties: PropertyDeclarations = {
    statistics: { attribute: false },
    reading: { attribute: false },
  };
  declare statistics?: Statistic[];
  declare reading?: Reading;

  override render(): unknown {
    const { statistics, reading } = this;
    if (!statistics || !reading) return nothing;
    const scale = scaleOf(statistics);
    const items = statistics.map(each => {
      const says = dotsOf(each, scale) ? scaleLine(reading, scale) : nothing;
      return html`<li>${sentence(each)}${statDrawing(each, scale)}${says}</li>`;
    });
    // role="list": Safari forgets that a list without bullets is one.
    return html`<ul role="list">${items}</ul>`;
  }
}
customElements.define('stats-grid', StatsGrid);
