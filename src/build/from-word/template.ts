/** An example of a report in Word: every style that means something, once, and in each line what it is for. */
import { ExternalHyperlink, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { numbering, stylesFor } from '../../formats/word/styles.js';

const line = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(text)] });
const heading = (level: keyof typeof HeadingLevel, text: string) =>
  new Paragraph({ heading: HeadingLevel[level], children: [new TextRun(text)] });

const lines = (): Paragraph[] => [
  line('Title', 'The title of the report'),
  line('Subtitle', 'What kind of report it is'),
  line('Subtitle', '2025/26'),
  line('Normal', 'The text before the first heading is the opening. It has no heading of its own.'),
  heading('HEADING_1', 'A part of the report'),
  line(
    'Normal',
    'A part has the style “Heading 1”. Everything up to the next heading belongs to it. Plain paragraphs have the ' +
      'style “Normal”.',
  ),
  heading('HEADING_2', 'A section of the part'),
  line('Normal', 'A section has the style “Heading 2”.'),
  line('Quote', '“The words that a person said have the style Quote. There may be several paragraphs.”'),
  line('QuoteSource', 'The person who said it has the style “Quote source”'),
  heading('HEADING_3', 'A story in the section'),
  new Paragraph({
    children: [
      new TextRun('A story has the style “Heading 3”. Where a person’s '),
      new TextRun({ text: '“own words”', style: 'Voice' }),
      new TextRun(' are part of a paragraph, they may have the style “Voice”.'),
    ],
  }),
  line('ListBullet', 'make a list with Word’s own list button'),
  line('ListBullet', 'each line is one item'),
  heading('HEADING_3', 'Headline figures'),
  line('Figure', '75% of headline figures have the style “Figure”'),
  line('Figure', 'About 1,200 words: the website makes a drawing of each number'),
  heading('HEADING_1', 'Contact the publisher'),
  new Paragraph({
    style: 'Contact',
    children: [
      new TextRun({ text: 'Email us at:', bold: true }),
      new TextRun(' '),
      new ExternalHyperlink({
        link: 'mailto:name@example.org',
        children: [new TextRun({ text: 'name@example.org', style: 'Hyperlink' })],
      }),
    ],
  }),
  new Paragraph({
    style: 'Contact',
    children: [
      new TextRun({ text: 'Write to us at:', bold: true }),
      new TextRun(' The name of the body'),
      new TextRun({ text: 'The street', break: 1 }),
      new TextRun({ text: 'The town and postcode', break: 1 }),
    ],
  }),
  line('Signature', 'The name of the person who signs'),
  line('Normal', 'Their role'),
];

/**
 * @returns the example as a Word document, with the styles of the reader's own Word edition and one for headline
 * figures
 */
export async function template(): Promise<Uint8Array> {
  const styles = stylesFor('en');
  const figure = { id: 'Figure', name: 'Figure', basedOn: 'Normal', quickFormat: true, run: { bold: true } };
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: { ...styles, paragraphStyles: [...(styles.paragraphStyles ?? []), figure] },
        numbering,
        sections: [{ children: lines() }],
      }),
    ),
  );
}
