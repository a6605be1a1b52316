/** The further parts of the settings in the one file: drawn anew when the language changes, which on the site is another page. */
import { addParts, whenPanelOpens as usual } from '../../../../../../features/settings/parts.js';
import { whereKept } from '../../../../../../features/settings/store.js';

export * from '../../../../../../features/settings/parts.js';

type Parts = Parameters<typeof usual>;
const all: Parts = [];
/** What stood in the panel before any part was added. */
let own: ReadonlySet<Element> | undefined;

export const whenPanelOpens: typeof usual = (...parts) => {
  own ??= new Set(document.querySelector('.sheet')!.children);
  all.push(...parts);
  usual(...parts);
};

/** Takes away the parts that were drawn in the other language, and draws them anew: at once where the panel is open, or when it is opened. */
export async function drawPartsAnew(): Promise<void> {
  const panel = document.querySelector('reader-settings')!;
  const added = [...panel.querySelector('.sheet')!.children].filter(child => !own?.has(child));
  if (!added.length) return;
  for (const part of added) part.remove();
  usual(...all);
  if (!panel.querySelector('details')!.open) return;
  panel.querySelector('.kept')!.textContent = await whereKept();
  await addParts(panel as HTMLElement);
}
