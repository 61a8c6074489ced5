/** The full address of a path of this site; null for whatever a browser could read as another site [OIDC4]. */
export function ownAddress(path: string, origin: string): string | null {
  if (!path.startsWith('/')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, which turns /\n/ into //
  if (/[\\\u0000-\u001f\u007f]/u.test(path)) return null;
  try {
    const url = new URL(path, origin);
    return url.origin === origin && !url.pathname.startsWith('//') ? url.href : null;
  } catch {
    return null;
  }
}
