/** Runs in the head of the one file, before anything is painted: the reader's language and choices. The further styles stand in the document already. */
import { showChoices, storedChoices } from '../../features/settings/look.js';
import { showLanguage, wantedLanguage } from './language.js';

showLanguage(wantedLanguage());
showChoices(storedChoices(), '');
