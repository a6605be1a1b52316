/** In the contents a story is reached by its number, as it stands before it: two keys at most, and Enter. */

/**
 * Listens for digits in the contents, but not in a field. Each further digit continues the number where there is such a
 * story, and begins another where there is none; no time runs.
 * @param box what the contents stand in
 * @param count how many stories there are
 * @param goTo brings the focus to the story of a number, counted from 1
 * @returns a function that ends it
 */
export function listenForNumbers(box: HTMLElement, count: number, goTo: (number: number) => void): () => void {
  let typed = 0;
  const listen = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (!/^\d$/.test(key) || ctrlKey || altKey || metaKey || (target as Element).matches('input')) {
      typed = 0;
      return;
    }
    const longer = 10 * typed + Number(key);
    typed = longer <= count ? longer : Number(key);
    if (typed > count) typed = 0;
    if (!typed) return;
    event.preventDefault();
    goTo(typed);
  };
  box.addEventListener('keydown', listen);
  return () => box.removeEventListener('keydown', listen);
}
