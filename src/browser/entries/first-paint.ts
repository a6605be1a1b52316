/**
 * Runs in the head, before anything is painted, so that nothing flashes and nothing shifts. Its hash stands in the
 * policy.
 */
import { markRoot, storedChoices } from '../features/settings/choices-on-root.js';

markRoot(storedChoices());
// What is far off the screen is laid out when the browser is idle (page.css). Whoever comes back to where they were, or
// by a link, needs the true heights of all that stands before it.
if (!performance.navigation.type && !location.hash) document.documentElement.className = 'far';
