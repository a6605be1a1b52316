/**
 * The one table of what can be done by key. Listening, the list in the settings and the tests are drawn from it: a new
 * action is a new row.
 */

/**
 * `usual` is a combination as it is kept: modifiers, then the place of the key (KeyboardEvent.code), because with Alt a
 * key may give another letter. The letters that browsers and Chromebooks use together with Alt and Shift are avoided.
 */
export const actions = [
  { name: 'larger', usual: 'Alt+Shift+KeyG' },
  { name: 'smaller', usual: 'Alt+Shift+KeyD' },
  { name: 'theme', usual: 'Alt+Shift+KeyH' },
  { name: 'undo', usual: 'Alt+Shift+KeyU' },
  { name: 'settings', usual: 'Alt+Shift+KeyO' },
  { name: 'contents', usual: 'Alt+Shift+KeyC' },
  { name: 'next', usual: 'Alt+Shift+KeyJ' },
  { name: 'previous', usual: 'Alt+Shift+KeyK' },
  { name: 'where', usual: 'Alt+Shift+KeyW' },
  { name: 'back', usual: 'Alt+Shift+KeyR' },
  { name: 'screenOn', usual: 'Alt+Shift+KeyX' },
  { name: 'screenBack', usual: 'Alt+Shift+KeyY' },
  { name: 'find', usual: 'Alt+Shift+KeyF' },
  { name: 'passage', usual: 'Alt+Shift+KeyP' },
  { name: 'marks', usual: 'Alt+Shift+KeyE' },
] as const;

export type ActionName = (typeof actions)[number]['name'];
