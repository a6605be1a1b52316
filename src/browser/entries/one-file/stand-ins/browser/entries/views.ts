/** The one file has no panel: it must stay small, and its contents, its find and its marks are the browser's own. The link leads to the contents in the page. */
import type { ViewName } from '../../../../../core/panel/ask.js';

export function openView(view: ViewName): Promise<void> {
  if (view === 'contents') location.hash = 'contents';
  return Promise.resolve();
}
