/** Runs in the head, before anything is painted, so that nothing flashes and nothing shifts. Its hash stands in the policy. */
import { showChoices, storedChoices } from './look.js';

declare const moreStyles: string;

showChoices(storedChoices(), moreStyles);
// What is below the first screen is laid out right after it is painted (page.css); but whoever is led to a place needs the true heights of all that stands before it.
if (!location.hash) document.documentElement.dataset['cover'] = '';
