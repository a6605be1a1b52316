/** Somebody's own words: who speaks is said first, as the report does, then the words, then any attribution. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Quotation } from '../../model/report/model.js';
import { LightElement } from './light-element.js';

/** The quotation mark that opens a paragraph hangs beside it; it stays the report's own character, in the text. */
function spoken(paragraph: string): TemplateResult {
  const [, mark, words] = /^([“"]?)(.*)$/su.exec(paragraph)!;
  return html`<p>${mark ? html`<b>${mark}</b>` : nothing}${words}</p>`;
}

const by = (words: string | undefined) => (words ? html`<p class="by">${words}</p>` : nothing);

/**
 * A quotation as a card. No figure and no landmark: thirty of them would be read out thirty times.
 * @property quotation what to show
 */
export class QuoteCard extends LightElement {
  static override properties: PropertyDeclarations = { quotation: { attribute: false } };
  declare quotation?: Quotation;

  override render(): unknown {
    if (!this.quotation) return nothing;
    const { introduction, paragraphs, attribution } = this.quotation;
    return html`${by(introduction)}<blockquote>${paragraphs.map(spoken)}</blockquote>${by(attribution)}`;
  }
}
customElements.define('quote-card', QuoteCard);
