/** The English page in every look. The further pages and the panel's views have such tests of their own. */
import { testLooks } from './matrix.js';

testLooks('');
