/** What a request gives as `Authorization: Bearer …`; null where it gives no such thing. */
export function bearerOf(headers: Headers): string | null {
  return /^bearer +(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
