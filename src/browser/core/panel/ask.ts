/**
 * How anything in the page asks for a view of the panel: by an event, so that nothing need know what the panel is made
 * of.
 */

/** The views: those with a control in the bar first, then the others in the order in which the menu names them. */
export type ViewName = 'contents' | 'find' | 'more' | 'passage' | 'marks' | 'plain' | 'figures' | 'help';

const eventName = 'reader-view';

/** Asks that a view be opened. @param about what it is about, where that is known: an element, or words to look for */
export const askFor = (view: ViewName, about?: unknown): boolean =>
  dispatchEvent(new CustomEvent(eventName, { detail: { view, about } }));

/** @param open is called for every view that is asked for */
export function whenAsked(open: (view: ViewName, about?: unknown) => void): void {
  addEventListener(eventName, event => {
    const { view, about } = (event as CustomEvent<{ view: ViewName; about?: unknown }>).detail;
    open(view, about);
  });
  // Without script the link leads to the contents in the page, and it still does where the panel cannot come.
  for (const control of document.querySelectorAll<HTMLButtonElement>(
    'nav.bar > :is(a[href="#contents"], [value=find], [value=more])',
  ))
    control.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open((control.value || 'contents') as ViewName);
    });
}
