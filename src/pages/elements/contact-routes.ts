/** The ways to reach the publisher, each with its published label and, where it has an address, a link. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Contact } from '../../model/report/model.js';
import { LightElement } from './light-element.js';

/** An address has no `<wbr>`: Chromium would put a space there in the link's name, which a braille display shows. */
function way({ lines, address }: Contact): TemplateResult {
  const words = lines.map((line, index) => (index ? html`<br>${line}` : line));
  // Without script-made windows: in an installed reader a new window has no way back.
  return address ? html`<a href=${address}>${words}</a>` : html`${words}`;
}

function item(contact: Contact): TemplateResult {
  const label = contact.label ? html`${contact.label} ` : nothing,
    apart = contact.kind === 'post' ? html`<br>` : nothing;
  return html`<li>${label}${apart}${way(contact)}</li>`;
}

/**
 * @property contacts what to show, in order
 */
export class ContactRoutes extends LightElement {
  static override properties: PropertyDeclarations = { contacts: { attribute: false } };
  declare contacts?: Contact[];

  override render(): unknown {
    if (!this.contacts) return nothing;
    return html`<ul role="list">${this.contacts.map(item)}</ul>`;
  }
}
customElements.define('contact-routes', ContactRoutes);
