/** Every success criterion of WCAG 2.2, whether these pages meet it, and what shows it. The accessibility statement and its tests are drawn from this table. */

export type Level = 'A' | 'AA' | 'AAA';
/** A criterion is not applicable when the pages have nothing of what it is about. */
export type Outcome = 'met' | 'not applicable' | 'not met';

export interface Criterion {
  readonly number: string;
  /** As in https://www.w3.org/TR/WCAG22/. */
  readonly name: string;
  readonly level: Level;
  readonly outcome: Outcome;
  /** One plain sentence with the test that shows it, or the step by hand that does. Why something is not met stands in locales/statement.*.json, as `limit.NUMBER`. */
  readonly proof: string;
}

export const levels = ['A', 'AA', 'AAA'] as const satisfies readonly Level[];
export const outcomes = ['met', 'not applicable', 'not met'] as const satisfies readonly Outcome[];

const row = (number: string, name: string, level: Level, outcome: Outcome, proof: string): Criterion => ({ number, name, level, outcome, proof });
const noMedia = 'There is no audio and no video (tests/built/criteria.test.ts).';
const noEntry = 'Nobody signs in, orders or submits anything here (tests/built/criteria.test.ts).';

export const criteria: readonly Criterion[] = [
  row('1.1.1', 'Non-text Content', 'A', 'met', 'Each drawing of a figure is hidden from assistive technology, because the sentence beside it says the same number (tests/built/speech.test.ts).'),
  row('1.2.1', 'Audio-only and Video-only (Prerecorded)', 'A', 'not applicable', noMedia),
  row('1.2.2', 'Captions (Prerecorded)', 'A', 'not applicable', noMedia),
  row('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', 'A', 'not applicable', noMedia),
  row('1.2.4', 'Captions (Live)', 'AA', 'not applicable', noMedia),
  row('1.2.5', 'Audio Description (Prerecorded)', 'AA', 'not applicable', noMedia),
  row('1.2.6', 'Sign Language (Prerecorded)', 'AAA', 'not applicable', noMedia),
  row('1.2.7', 'Extended Audio Description (Prerecorded)', 'AAA', 'not applicable', noMedia),
  row('1.2.8', 'Media Alternative (Prerecorded)', 'AAA', 'not applicable', noMedia),
  row('1.2.9', 'Audio-only (Live)', 'AAA', 'not applicable', noMedia),
  row('1.3.1', 'Info and Relationships', 'A', 'met', 'Headings, lists, quotations, labels and tables are marked as what they are, and axe-core finds no fault in any look (tests/built/matrix.test.ts).'),
  row('1.3.2', 'Meaningful Sequence', 'A', 'met', 'Every word of the published text stands in the page once and in order (tests/built/words.test.ts).'),
  row('1.3.3', 'Sensory Characteristics', 'A', 'met', 'By hand: read the notes and labels; each note in a dashed frame is also named as ours, and nothing is told by shape, colour or place alone.'),
  row('1.3.4', 'Orientation', 'AA', 'met', 'Upright and sideways windows both show everything, and the installed reader asks for neither (tests/built/criteria.test.ts).'),
  row('1.3.5', 'Identify Input Purpose', 'AA', 'not applicable', 'No field asks anything about the reader (tests/built/criteria.test.ts).'),
  row('1.3.6', 'Identify Purpose', 'AAA', 'met', 'Everything stands in a landmark, and every control is a native one of its kind; there are no icons (tests/built/matrix.test.ts).'),
  row('1.4.1', 'Use of Color', 'A', 'met', 'By hand: print in grey; links are underlined, the chosen option has a filled ring and a frame, and each coloured line has its heading.'),
  row('1.4.2', 'Audio Control', 'A', 'not applicable', 'Nothing makes a sound by itself (tests/built/criteria.test.ts).'),
  row('1.4.3', 'Contrast (Minimum)', 'AA', 'met', 'Each text stands out at 7:1 or better in every theme (tests/unit/contrast.test.ts).'),
  row('1.4.4', 'Resize Text', 'AA', 'met', 'Text grows to 400% and nothing is cut off or covered (tests/built/reflow.test.ts).'),
  row('1.4.5', 'Images of Text', 'AA', 'met', 'No picture holds words, because there are no pictures but drawings of figures (tests/built/criteria.test.ts).'),
  row('1.4.6', 'Contrast (Enhanced)', 'AAA', 'met', 'Each text stands out at 7:1 or better in every theme (tests/unit/contrast.test.ts).'),
  row('1.4.7', 'Low or No Background Audio', 'AAA', 'not applicable', noMedia),
  row('1.4.8', 'Visual Presentation', 'AAA', 'met', 'Colours, length of lines and the space between lines and paragraphs can be chosen, and no text is justified (tests/built/criteria.test.ts).'),
  row('1.4.9', 'Images of Text (No Exception)', 'AAA', 'met', 'No picture holds words, because there are no pictures but drawings of figures (tests/built/criteria.test.ts).'),
  row('1.4.10', 'Reflow', 'AA', 'met', 'In a window of 320 by 256 pixels nothing scrolls sideways, at any text size (tests/built/reflow.test.ts).'),
  row('1.4.11', 'Non-text Contrast', 'AA', 'met', 'Each drawing, edge and mark that carries meaning stands out at 3:1 or better in every theme (tests/unit/contrast.test.ts).'),
  row('1.4.12', 'Text Spacing', 'AA', 'met', 'With the spacing that the criterion names, nothing is cut off or covered (tests/built/reflow.test.ts).'),
  row('1.4.13', 'Content on Hover or Focus', 'AA', 'not applicable', 'By hand: point at every control; nothing opens. On focus only the skip link shows itself, and covers nothing.'),

  row('2.1.1', 'Keyboard', 'A', 'met', 'A whole visit is made with the keyboard alone (tests/built/keyboard.test.ts).'),
  row('2.1.2', 'No Keyboard Trap', 'A', 'met', 'The Tab key leads through every stop and out at the end (tests/built/keyboard.test.ts).'),
  row('2.1.3', 'Keyboard (No Exception)', 'AAA', 'met', 'A whole visit is made with the keyboard alone, and nothing asks for a pointer (tests/built/keyboard.test.ts).'),
  row('2.1.4', 'Character Key Shortcuts', 'A', 'met', 'No single key does anything until the reader allows it, and every shortcut can be changed or switched off (tests/built/shortcuts.test.ts).'),
  row('2.2.1', 'Timing Adjustable', 'A', 'not applicable', 'By hand: leave the page open for a day; nothing runs out.'),
  row('2.2.2', 'Pause, Stop, Hide', 'A', 'not applicable', 'Nothing moves, blinks or scrolls by itself (tests/built/criteria.test.ts).'),
  row('2.2.3', 'No Timing', 'AAA', 'met', 'By hand: leave the page open for a day; nothing runs out.'),
  row('2.2.4', 'Interruptions', 'AAA', 'met', 'A newer version waits until the reader asks for it, and “Not now” puts it off (tests/built/update.test.ts).'),
  row('2.2.5', 'Re-authenticating', 'AAA', 'not applicable', noEntry),
  row('2.2.6', 'Timeouts', 'AAA', 'not applicable', 'Choices are kept on the device with no end, and nothing else could be lost (tests/built/settings.test.ts).'),
  row('2.3.1', 'Three Flashes or Below Threshold', 'A', 'met', 'Nothing flashes: no style moves or blinks anything (tests/built/criteria.test.ts).'),
  row('2.3.2', 'Three Flashes', 'AAA', 'met', 'Nothing flashes: no style moves or blinks anything (tests/built/criteria.test.ts).'),
  row('2.3.3', 'Animation from Interactions', 'AAA', 'not applicable', 'Nothing is animated, whatever the reader does (tests/built/criteria.test.ts).'),
  row('2.4.1', 'Bypass Blocks', 'A', 'met', 'The first stop of the keyboard is a link past the bar, and it works every time (tests/built/keyboard.test.ts).'),
  row('2.4.2', 'Page Titled', 'A', 'met', 'Each page has a title of its own subject (tests/built/two-languages.test.ts, tests/built/statement.test.ts).'),
  row('2.4.3', 'Focus Order', 'A', 'met', 'The keyboard stops in the order of the words: the bar first, then the report (tests/built/keyboard.test.ts).'),
  row('2.4.4', 'Link Purpose (In Context)', 'A', 'met', 'Links of one name that lead to different places each stand under the heading of their own story (tests/built/criteria.test.ts).'),
  row('2.4.5', 'Multiple Ways', 'AA', 'met', 'Each page can be reached from the others by links in the text and from a list of all pages (tests/built/statement.test.ts).'),
  row('2.4.6', 'Headings and Labels', 'AA', 'met', 'By hand: read the contents and the labels alone; each says what it is about.'),
  row('2.4.7', 'Focus Visible', 'AA', 'met', 'At every stop of the keyboard a mark can be seen (tests/built/keyboard.test.ts).'),
  row('2.4.8', 'Location', 'AAA', 'met', 'A list of all pages marks the one that is open, and the bar leads back to the report (tests/built/statement.test.ts).'),
  row('2.4.9', 'Link Purpose (Link Only)', 'AAA', 'not met', 'A test finds links of one name that lead to different places (tests/built/criteria.test.ts).'),
  row('2.4.10', 'Section Headings', 'AAA', 'met', 'Every part, section and story begins with a heading, and the contents lead to each (tests/built/no-script.test.ts).'),
  row('2.4.11', 'Focus Not Obscured (Minimum)', 'AA', 'met', 'At every stop the control is in view; settings that are open close when the keyboard goes to what they would cover (tests/built/keyboard.test.ts).'),
  row('2.4.12', 'Focus Not Obscured (Enhanced)', 'AAA', 'met', 'A test opens the settings and walks on into the text behind them; nothing that it reaches is covered (tests/built/criteria.test.ts).'),
  row('2.4.13', 'Focus Appearance', 'AAA', 'met', 'A test measures how much of the mark is within the window at every stop; it is never less than a line of 2 pixels round the control (tests/built/criteria.test.ts).'),
  row('2.5.1', 'Pointer Gestures', 'A', 'not applicable', 'No script follows a finger or a drawn path (tests/built/criteria.test.ts).'),
  row('2.5.2', 'Pointer Cancellation', 'A', 'met', 'Everything happens when the pointer is lifted, as native controls do; no script listens for it going down (tests/built/criteria.test.ts).'),
  row('2.5.3', 'Label in Name', 'A', 'met', 'The name that assistive technology gets holds the words that are seen (tests/built/matrix.test.ts).'),
  row('2.5.4', 'Motion Actuation', 'A', 'not applicable', 'No script listens to the motion of the device (tests/built/criteria.test.ts).'),
  row('2.5.5', 'Target Size (Enhanced)', 'AAA', 'met', 'Every target is at least 44 by 44 pixels, at the smallest text too (tests/built/reflow.test.ts).'),
  row('2.5.6', 'Concurrent Input Mechanisms', 'AAA', 'met', 'Keyboard, mouse, finger and voice all work at any moment; no script asks which is used (tests/built/criteria.test.ts).'),
  row('2.5.7', 'Dragging Movements', 'AA', 'met', 'Each slider has a button for less and one for more (tests/built/criteria.test.ts).'),
  row('2.5.8', 'Target Size (Minimum)', 'AA', 'met', 'Every target is at least 44 by 44 pixels, at the smallest text too (tests/built/reflow.test.ts).'),

  row('3.1.1', 'Language of Page', 'A', 'met', 'The Welsh pages are marked as Welsh, the English pages as English (tests/built/two-languages.test.ts).'),
  row('3.1.2', 'Language of Parts', 'AA', 'met', 'English words on a Welsh page say that they are English (tests/built/two-languages.test.ts, tests/built/statement.test.ts).'),
  row('3.1.3', 'Unusual Words', 'AAA', 'not met', 'By hand: look for the meaning of “gross misconduct”; it is not here.'),
  row('3.1.4', 'Abbreviations', 'AAA', 'not met', 'By hand: look for what IOPC stands for where the report first says it; it is not there.'),
  row('3.1.5', 'Reading Level', 'AAA', 'not met', 'By hand: put the publisher’s paragraphs through the Flesch–Kincaid formula; they come out at about grade 12, and 9 is the most.'),
  row('3.1.6', 'Pronunciation', 'AAA', 'not applicable', 'By hand: look at words that can be said in two ways, such as “read” and “lead”; each is clear in its sentence.'),
  row('3.2.1', 'On Focus', 'A', 'met', 'Walking through every stop of the keyboard changes nothing (tests/built/keyboard.test.ts).'),
  row('3.2.2', 'On Input', 'A', 'met', 'A choice changes how the page looks, and never where the reader is (tests/built/settings.test.ts).'),
  row('3.2.3', 'Consistent Navigation', 'AA', 'met', 'The bar stands at the same place on every page, with the link to the other language in it (tests/built/statement.test.ts).'),
  row('3.2.4', 'Consistent Identification', 'AA', 'met', 'What does the same has the same name on every page (tests/unit/statement.test.ts).'),
  row('3.2.5', 'Change on Request', 'AAA', 'met', 'Nothing opens, moves on or reloads by itself (tests/built/update.test.ts, tests/built/criteria.test.ts).'),
  row('3.2.6', 'Consistent Help', 'A', 'met', 'The ways to reach the publisher stand in the main text, before the foot of the page, and in the same order on every page (tests/built/statement.test.ts).'),
  row('3.3.1', 'Error Identification', 'A', 'met', 'A name that is missing, and a file or link that brings nothing, are each told in words that can be seen (tests/built/criteria.test.ts).'),
  row('3.3.2', 'Labels or Instructions', 'A', 'met', 'Every group of options and every option has a label that can be seen (tests/built/matrix.test.ts).'),
  row('3.3.3', 'Error Suggestion', 'AA', 'met', 'The words that say what is wrong say what to do as well (tests/built/criteria.test.ts, tests/built/comfort.test.ts).'),
  row('3.3.4', 'Error Prevention (Legal, Financial, Data)', 'AA', 'not applicable', noEntry),
  row('3.3.5', 'Help', 'AAA', 'met', 'By hand: open the settings; each option says in its label all that it does, and the page shows it at once.'),
  row('3.3.6', 'Error Prevention (All)', 'AAA', 'not applicable', noEntry),
  row('3.3.7', 'Redundant Entry', 'A', 'not applicable', noEntry),
  row('3.3.8', 'Accessible Authentication (Minimum)', 'AA', 'not applicable', noEntry),
  row('3.3.9', 'Accessible Authentication (Enhanced)', 'AAA', 'not applicable', noEntry),

  row('4.1.2', 'Name, Role, Value', 'A', 'met', 'Controls are native ones, and every one is heard with its name (tests/built/speech.test.ts, tests/built/matrix.test.ts).'),
  row('4.1.3', 'Status Messages', 'AA', 'met', 'What changes is said once, without moving the focus: by the control that was used, or by the page where no control says it (tests/built/settings.test.ts).'),
];

/** @returns the criteria of a level that have an outcome */
export const criteriaWith = (level: Level, outcome: Outcome): readonly Criterion[] =>
  criteria.filter(criterion => criterion.level === level && criterion.outcome === outcome);

/** @returns whether the pages comply fully with the AA standard, which holds the criteria of level A too */
export const isFullyCompliant = (table: readonly Criterion[] = criteria): boolean => !table.some(({ level, outcome }) => level !== 'AAA' && outcome === 'not met');
