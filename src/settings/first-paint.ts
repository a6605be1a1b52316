/** Runs in the head, before anything is painted, so that nothing flashes and nothing shifts. Its hash stands in the policy. */
import { showChoices, storedChoices } from './look.js';

declare const moreStyles: string;

showChoices(storedChoices(), moreStyles);
