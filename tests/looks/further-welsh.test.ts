/** The further pages in Welsh, at their extremes. */
import { testFurther } from './further.js';

await testFurther('cy/');
