const named: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['colon', ':'],
  ['semi', ';'],
  ['comma', ','],
  ['num', '#'],
]);

/** Turns Mermaid's entity codes (`#35;`, `#quot;`) into the characters they stand for. */
export function decodeMermaidText(text: string): string {
  return text.replace(/#(\d{1,7}|[a-z]{2,6});/gi, (code, inner: string) => {
    if (!/^\d/.test(inner)) return named.get(inner.toLowerCase()) ?? code;
    const point = Number(inner);
    const printable = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return printable ? String.fromCodePoint(point) : code;
  });
}

const code = (sign: string) => `#${sign.codePointAt(0)};`;

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * Writes a text so that it survives Mermaid's grammar, which has no quotes: what separates (`:`, `;`)
 * or begins a comment (`#`, `%%`) becomes an entity code.
 */
export function encodeMermaidText(text: string): string {
  return oneLine(text).replace(/[#;:]|%(?=%)/g, code);
}

/** What would be taken for something else at the beginning of a line. */
const reserved = /^(?:journey|title|section|acctitle|accdescr|---|%|```|~~~)/i;

/** As `encodeMermaidText`, for a text that begins a line. */
export function encodeTaskName(text: string): string {
  const encoded = encodeMermaidText(text);
  return reserved.test(encoded) ? code(encoded.charAt(0)) + encoded.slice(1) : encoded;
}

/** As `encodeMermaidText`, for one name in a list parted by commas. */
export function encodeActor(text: string): string {
  return encodeMermaidText(text).replace(/[,()[\]{}]/g, code);
}
