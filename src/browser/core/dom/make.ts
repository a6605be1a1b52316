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

/** @returns a button with these words @param press is told which button was pressed */
export function makeButton(textContent: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button: HTMLButtonElement = make('button', { type: 'button', textContent, onclick: () => press(button) });
  return button;
}
