/** The further pages in English, at their extremes. */
import { testFurther } from './further.js';

await testFurther('');
