import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that a signature travels in. */
export const signatureHeader = 'Jejak-Signature';

function mac(secret: string, unixSeconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex');
}

/** `t=<seconds>,v1=<hex>`, with one `v1` for each secret: while a secret is changed, both count. */
export function signature(secrets: readonly string[], unixSeconds: number, body: string): string {
  return [`t=${unixSeconds}`, ...secrets.map((secret) => `v1=${mac(secret, unixSeconds, body)}`)].join(',');
}

/** Whether a signature is one of a secret over this body, not older or newer than `toleranceSeconds`. */
export function isSignedBy(
  secret: string,
  header: string,
  body: string,
  { nowSeconds, toleranceSeconds = 300 }: { readonly nowSeconds: number; readonly toleranceSeconds?: number },
): boolean {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const at = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isSafeInteger(at) || Math.abs(nowSeconds - at) > toleranceSeconds) return false;
  const wanted = Buffer.from(mac(secret, at, body));
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
