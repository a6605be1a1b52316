/** The Welsh page in every look, at every width and size, with each panel open. */
import { testLooks } from './matrix.js';

testLooks('cy/');
