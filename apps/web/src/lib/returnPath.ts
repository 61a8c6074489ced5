/** Request header in which the proxy tells pages their own address. */
export const pathHeader = 'x-jejak-path';

/** Query parameter that says where to go after signing in. */
export const returnParameter = 'return';

/**
 * A path on this site to go back to, or null. Anything a browser could read as another site is refused:
 * a scheme, `//host`, `/\host`, control characters.
 */
export function safeReturnPath(value: string | null | undefined): string | null {
  if (!value?.startsWith('/') || value.length > 1000) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, which turns /\n/ into //
  if (/[\\\u0000-\u001f\u007f]/u.test(value)) return null;
  const base = 'http://jejak.invalid';
  // `URL.canParse` is no help: once it is compiled, Node 20 reads letters beyond ASCII as other letters there.
  try {
    const url = new URL(value, base);
    // Dot segments may only now have become `//host`.
    if (url.origin !== base || url.pathname.startsWith('//')) return null;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return null;
  }
}
