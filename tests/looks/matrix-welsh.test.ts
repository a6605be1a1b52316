/** The Welsh page in every look. */
import { testLooks } from './matrix.js';

testLooks('cy/');
