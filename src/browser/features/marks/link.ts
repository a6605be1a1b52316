/** The address of a mark's passage in the report. */
import { linkTo } from '../share/passage-link.js';
import type { Mark } from './model.js';
import { passageNameOf } from './text.js';

/** @returns the same link as is copied for the passage, with which another reader can open it */
export const linkToMark = (mark: Mark): string => linkTo(passageNameOf(mark), location.href);
