/**
 * Blocks of the report as markup. Neighbours of one kind that belong together (figures, ways to reach us) become one
 * grid or list.
 */
import { html, type TemplateResult } from 'lit';
import type { Reading } from '../../model/words/translate.js';
import type { Block, Contact, List, Paragraph, Quotation, Signature, Statistic } from '../../model/report/model.js';
import './contact-routes.js';
import { lightSlot } from './light-element.js';
import './quote-card.js';
import './stats-grid.js';

/**
 * People's words inside a sentence of the institution are set in the letter of a voice; `q` adds no marks, they are in
 * the text.
 */
function withVoices({ text, voices = [] }: Paragraph): unknown[] {
  let rest = text;
  const pieces = voices.flatMap(voice => {
    const at = rest.indexOf(voice);
    const before = rest.slice(0, at);
    rest = rest.slice(at + voice.length);
    return [before, html`<q>${voice}</q>`];
  });
  return [...pieces, rest];
}

const paragraph = (block: Paragraph): TemplateResult => html`<p>${withVoices(block)}</p>`;
const list = ({ items }: List): TemplateResult =>
  html`<ul role="list" class="list">${items.map(item => html`<li>${item}</li>`)}</ul>`;
const quotation = (block: Quotation): TemplateResult =>
  html`<quote-card .quotation=${block}>${lightSlot()}</quote-card>`;
const signature = ({ name, role }: Signature): TemplateResult =>
  html`<p class="signature"><b>${name}</b><br>${role}</p>`;
const statistics = (blocks: Statistic[], reading: Reading) =>
  html`<stats-grid .statistics=${blocks} .reading=${reading}>${lightSlot()}</stats-grid>`;
const contacts = (blocks: Contact[]) => html`<contact-routes .contacts=${blocks}>${lightSlot()}</contact-routes>`;

function run(kind: Block['type'], blocks: Block[], reading: Reading): TemplateResult | TemplateResult[] {
  switch (kind) {
    case 'paragraph':
      return (blocks as Paragraph[]).map(paragraph);
    case 'list':
      return (blocks as List[]).map(list);
    case 'quotation':
      return (blocks as Quotation[]).map(quotation);
    case 'signature':
      return (blocks as Signature[]).map(signature);
    case 'statistic':
      return statistics(blocks as Statistic[], reading);
    case 'contact':
      return contacts(blocks as Contact[]);
  }
}

/**
 * @param reading the words of what we add to them
 * @returns the blocks in order, as markup
 */
export function blocksOf(blocks: readonly Block[], reading: Reading): unknown[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0]?.type === block.type) last.push(block);
    else runs.push([block]);
  }
  return runs.map(blocks => run(blocks[0]!.type, blocks, reading));
}
