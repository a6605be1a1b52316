/** The link to the page in the other language leads to the same position: ids are the same in both. */

/** @returns the id of the passage that is being read: the last one that begins above the middle of the screen */
const passageInView = (): string | undefined =>
  [...document.querySelectorAll('main [id]')]
    .filter(passage => passage.getBoundingClientRect().top <= innerHeight / 2)
    .pop()?.id;

/** Without this the link still works, and leads to the top. The menu has another one. */
export function linkToSamePosition(): void {
  addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang]');
    if (link) link.hash = scrollY > innerHeight / 2 ? (passageInView() ?? '') : '';
  });
}
