/** Runs in the head, before anything is painted, so that nothing flashes and nothing shifts. Its hash stands in the policy. */
import { showChoices, storedChoices } from '../features/settings/look.js';

declare const moreStyles: string;

showChoices(storedChoices(), moreStyles);
// What is below the first screen is laid out when the browser is idle (page.css); but whoever comes back to where they were needs the true heights of all that stands before it.
if (!performance.navigation.type) document.documentElement.dataset['later'] = '';
