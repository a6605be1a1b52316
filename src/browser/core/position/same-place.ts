/** The link to the page in the other language leads to the same place: ids are the same in both. */

/** @returns the id of the passage that is being read: the last one that begins above the middle of the screen */
function passageInView(): string | undefined {
  let found: string | undefined;
  for (const passage of document.querySelectorAll('main [id]')) {
    if (passage.getBoundingClientRect().top > innerHeight / 2) break;
    found = passage.id;
  }
  return found;
}

/** Without this the link still works, and leads to the top. */
export function linkToSamePlace(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[hreflang]');
  link?.addEventListener('click', () => { link.hash = scrollY > innerHeight / 2 ? passageInView() ?? '' : ''; });
}
