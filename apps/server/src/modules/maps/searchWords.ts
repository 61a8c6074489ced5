const wordsMax = 8;
const lengthMax = 200;

/** A title as it is searched: both languages, without case and accents. */
export function searchableTitle(title: { readonly en: string; readonly id: string }): string {
  return folded(`${title.en}\n${title.id}`);
}

/** The words of a search; all of them must occur. Control characters separate: a pattern cannot hold them all. */
export function searchWords(search: string): readonly string[] {
  return folded(search.slice(0, lengthMax))
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, wordsMax);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
