/**
 * The base of our elements: their words stand in the page itself, where searching, printing and assistive technology
 * reach them.
 */
import { LitElement, ReactiveElement, isServer, nothing, type PropertyValues } from 'lit';
import { renderLight } from '@lit-labs/ssr-client/directives/render-light.js';

/**
 * Renders into its own light DOM. Prerendered children are adopted as they stand; the first real change (a property
 * that already had a value, or `show()`) replaces them with one ordinary rendering.
 */
export abstract class LightElement extends LitElement {
  #adopting = !isServer && this.firstElementChild !== null;

  protected override createRenderRoot(): this {
    return this;
  }

  /** @returns what prerendering puts between the tags; called through `lightSlot()` in the parent's template */
  renderLight(): unknown {
    return this.render();
  }

  /** Draws the element anew from its data, also where it had adopted prerendered words. */
  async show(): Promise<void> {
    this.#adopting = false;
    this.replaceChildren();
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override update(changed: PropertyValues): void {
    if (this.#adopting) {
      if (![...changed.values()].some(old => old !== undefined)) {
        // LitElement would render here; its own base only marks the properties as up to date.
        ReactiveElement.prototype['update'].call(this, changed);
        return;
      }
      this.#adopting = false;
      this.replaceChildren();
    }
    super.update(changed);
  }
}

/**
 * Where a parent's template holds a light element: while prerendering its words, in a browser nothing, since the
 * element renders itself.
 */
export const lightSlot = (): unknown => (isServer ? renderLight() : nothing);
