/** One block of the report, drawn in the browser from its data. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Block } from '../../../src/model/report/model.js';

/** @returns a line beside a quotation, if there is one */
const by = (words: string | undefined) => (words ? html`<p class="by">${words}</p>` : nothing);

function draw(block: Block): TemplateResult {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'list':
      return html`<ul>${block.items.map(item => html`<li>${item}</li>`)}</ul>`;
    case 'quotation':
      return html`${by(block.introduction)}<blockquote>${block.paragraphs.map(
        words => html`<p>${words}</p>`,
      )}</blockquote>${by(block.attribution)}`;
    case 'statistic':
      return html`<p class="figure">${block.statement}</p>`;
    case 'contact':
      return html`<p>${block.label} ${
        block.address ? html`<a href=${block.address}>${block.lines.join(', ')}</a>` : block.lines.join(', ')
      }</p>`;
    case 'signature':
      return html`<p><b>${block.name}</b><br>${block.role}</p>`;
  }
}

/** @property block what to show */
class ReportBlock extends LitElement {
  static override properties = { block: { attribute: false } };
  static override styles = css`
    :host { display: block; }
    p, ul { max-inline-size: 65ch; }
    blockquote { margin: 1rem 0; padding: .25rem 1rem; border-inline-start: .25rem solid var(--strong); }
    blockquote { background: var(--tint); font: 1.125rem/1.5 Georgia, serif; }
    .by { font-weight: bold; }
    .figure { padding: 1rem; border: 1px solid var(--edge); border-radius: .5rem; }
    a { color: var(--strong); }
  `;
  declare block: Block;

  override render(): TemplateResult {
    return draw(this.block);
  }
}
customElements.define('report-block', ReportBlock);
