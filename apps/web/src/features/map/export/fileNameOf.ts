const lengthMax = 80;
/** What file systems refuse in names, or read as parts of a path. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are among them
const refused = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;

/** A file name that shows the title of a map, whatever signs the title holds. */
export function fileNameOf(title: string, fallback: string, extension: string): string {
  const plain = [...title.replace(refused, ' ').replace(/\s+/g, ' ').trim()].slice(0, lengthMax).join('');
  const name = plain.replace(/^[. ]+|[. ]+$/g, '');
  return `${name || fallback}.${extension}`;
}
