/** The English page in every look, at every width and size, with each panel open. The Welsh page, the further pages and the panel's views have such tests of their own. */
import { testLooks } from './matrix.js';

testLooks('');
