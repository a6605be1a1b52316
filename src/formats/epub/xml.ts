/** Text and elements of XHTML, written so that XML takes them. */

/** @returns text that may stand in an element or in an attribute in double quotes */
export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @returns the attribute that names the language of words, where it is another than that of the words around */
export const langIn = (lang: string, around: string): string =>
  lang === around ? '' : ` lang="${lang}" xml:lang="${lang}"`;

/** @param inside the contents of `body`, its attributes apart */
export function documentOf({
  lang,
  title,
  body,
  inside,
}: Record<'lang' | 'title' | 'body' | 'inside', string>): string {
  const head = [
    '<meta charset="UTF-8"/>',
    '<meta name="viewport" content="width=device-width"/>',
    `<title>${xml(title)}</title>`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>',
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head>${head}</head>
<body${body}>
${inside}
</body>
</html>
`;
}
