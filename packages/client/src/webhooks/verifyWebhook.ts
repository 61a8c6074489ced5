import { isDelivery, type WebhookDelivery } from './WebhookDelivery.ts';

/** The headers of a request: those of the platform's `Request`, or of Node. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How strictly the time of a signature is taken. */
export interface VerifyOptions {
  /** Older ones, and newer ones, are refused: somebody may send again what they overheard. 300 unless given. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** Whether a POST is from the server, with what it says. */
export type WebhookVerdict =
  | { readonly ok: true; readonly delivery: WebhookDelivery }
  | {
      readonly ok: false;
      /** `STALE`: of another time. `NO_DELIVERY`: signed, but not what this version of the package knows. */
      readonly reason: 'NO_SIGNATURE' | 'STALE' | 'WRONG_SIGNATURE' | 'NO_DELIVERY';
    };

const headerName = 'jejak-signature';
const headerLengthMax = 1_024;
const signaturesMax = 10;
const encoder = new TextEncoder();

/**
 * Tells whether a POST is from the server, in constant time, before anything of it is believed. Throws only where
 * there is no secret to check with.
 *
 * @param body as it came: bytes or text, never parsed and written again
 * @param secret what `createWebhook` told; several while one is changed for another
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): Promise<WebhookVerdict> {
  const secrets = typeof secret === 'string' ? [secret] : (secret ?? []);
  if (secrets.length === 0 || secrets.includes('')) throw new TypeError('No secret to check a webhook with');
  const signed = readSignature(signatureOf(headers));
  if (signed === null) return { ok: false, reason: 'NO_SIGNATURE' };
  if (Math.abs(now / 1_000 - Number(signed.time)) > toleranceSeconds) return { ok: false, reason: 'STALE' };
  const bytes = typeof body === 'string' ? encoder.encode(body) : body;
  const message = joined(encoder.encode(`${signed.time}.`), bytes);
  const verdicts = await Promise.all(secrets.map((one) => isSigned(message, signed.signatures, one)));
  if (!verdicts.includes(true)) return { ok: false, reason: 'WRONG_SIGNATURE' };
  const delivery = parsed(bytes);
  return isDelivery(delivery) ? { ok: true, delivery } : { ok: false, reason: 'NO_DELIVERY' };
}

function signatureOf(headers: WebhookHeaders): string {
  if (typeof headers.get === 'function') return headers.get(headerName) ?? '';
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === headerName);
  return typeof found?.[1] === 'string' ? found[1] : '';
}

/** `t=<seconds>,v1=<hex>`, with one `v1` for each secret; null for anything else. */
function readSignature(
  header: string,
): { readonly time: string; readonly signatures: readonly Uint8Array<ArrayBuffer>[] } | null {
  if (header.length > headerLengthMax) return null;
  const parts = header.split(',').map((part) => part.trim());
  const time = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
  const signatures = parts
    .filter((part) => /^v1=[0-9a-f]{64}$/.test(part))
    .slice(0, signaturesMax)
    .map((part) => Uint8Array.from(part.slice(3).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  return time === undefined || signatures.length === 0 ? null : { time, signatures };
}

/** The platform compares in constant time. */
async function isSigned(
  message: Uint8Array<ArrayBuffer>,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  secret: string,
): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const verdicts = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, message)),
  );
  return verdicts.includes(true);
}

function joined(head: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  return bytes;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
