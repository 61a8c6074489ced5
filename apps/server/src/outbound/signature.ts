import { createHmac } from 'node:crypto';

/** The header that a signature travels in. */
export const signatureHeader = 'Jejak-Signature';

function mac(secret: string, unixSeconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex');
}

/** `t=<seconds>,v1=<hex>`, with one `v1` for each secret: while a secret is changed, both count. */
export function signature(secrets: readonly string[], unixSeconds: number, body: string): string {
  return [`t=${unixSeconds}`, ...secrets.map((secret) => `v1=${mac(secret, unixSeconds, body)}`)].join(',');
}
