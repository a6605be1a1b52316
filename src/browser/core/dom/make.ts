/** Elements of the panel, made in one line. Text is always text. */

/** @returns an element with these properties and what is inside it */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  facts: Partial<HTMLElementTagNameMap[Name]> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), facts);
  element.append(...inside);
  return element;
}
