/** For what is fetched only when a reader has chosen it, now or later. */

/**
 * Follows one choice while the report is open. The root of the page carries it.
 * @param setting its name, as in the catalogue
 * @param value the value that is waited for
 * @param follow is called when the choice comes to stand at the value (at once, if it does already), and when it leaves
 * it. What it is given tells which of the two holds: asked once something has been fetched, because what is asked for
 * last may come first
 */
export function followInReport(setting: string, value: string, follow: (stands: () => boolean) => void): void {
  if (!document.querySelector('report-section')) return;
  const root = document.documentElement;
  let stood = false;
  const stands = () => root.dataset[setting] === value;
  const look = () => {
    if (stands() !== stood) follow(stands);
    stood = stands();
  };
  new MutationObserver(look).observe(root, { attributeFilter: [`data-${setting}`] });
  look();
}
