/** Up to two letters that stand for a name: of its first and its last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letter = (word: string | undefined) => (word ? (Array.from(word)[0] ?? '') : '');
  const first = letter(words[0]);
  const last = words.length > 1 ? letter(words.at(-1)) : '';
  return `${first}${last}`.toLocaleUpperCase();
}
