/** Runs in the head, before anything is painted, so that nothing flashes and nothing shifts. Its hash stands in the policy. */
import { keptChoices, showChoices } from './choices.js';

showChoices(keptChoices());
