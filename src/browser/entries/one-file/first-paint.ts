/**
 * Runs in the head of the one file, before anything is painted: the reader's language and choices. The further styles
 * stand in the document already.
 */
import { markRoot, storedChoices } from '../../features/settings/choices-on-root.js';
import { showLanguage, wantedLanguage } from './language.js';

showLanguage(wantedLanguage());
markRoot(storedChoices());
