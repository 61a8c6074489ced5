import { type VerifyOptions, verifyWebhook } from '@jejak/client/webhooks';
import { describe, expect, it } from 'vitest';
import { signature } from '../../src/outbound/signature.ts';

const secret = 'whsec_0123456789abcdef';
const nowSeconds = 1_800_000_000;
const delivery = {
  id: 'whd_1',
  type: 'journey.events',
  workspaceId: 'wsp_1',
  mapId: 'map_1',
  cursor: 'c',
  events: [{ id: 'e1', kind: 'CARD_ADDED', after: { text: { en: 'Tanya “harga”?', id: '' } } }],
};
const body = JSON.stringify(delivery);
const signed = signature([secret], nowSeconds, body);

const verify = (
  header: string | undefined,
  given: string | Uint8Array = body,
  { secrets = secret, ...options }: VerifyOptions & { secrets?: string | readonly string[] } = {},
) => verifyWebhook(given, { 'jejak-signature': header }, secrets, { now: nowSeconds * 1_000, ...options });

describe('a delivery', () => {
  it('[CLIENT30] is believed with the signature of the server, as text, bytes and from any headers', async () => {
    const wanted = { ok: true, delivery };
    expect(await verify(signed)).toEqual(wanted);
    expect(await verify(signed, new TextEncoder().encode(body))).toEqual(wanted);
    const now = nowSeconds * 1_000;
    expect(await verifyWebhook(body, new Headers({ 'Jejak-Signature': signed }), secret, { now })).toEqual(
      wanted,
    );
    expect(await verifyWebhook(body, { 'Jejak-Signature': signed }, secret, { now })).toEqual(wanted);
  });

  it('[CLIENT30] counts with either secret while one is changed for the other', async () => {
    const both = signature(['whsec_new', secret], nowSeconds, body);
    for (const secrets of [secret, 'whsec_new', ['whsec_other', secret]])
      expect(await verify(both, body, { secrets })).toMatchObject({ ok: true });
    expect(await verify(both, body, { secrets: ['whsec_other'] })).toMatchObject({
      reason: 'WRONG_SIGNATURE',
    });
  });

  it.each([
    ['another body', signed, body.replace('map_1', 'map_2')],
    ['a body that was parsed and written again', signed, JSON.stringify(delivery, null, 1)],
    ['another secret', signature(['whsec_other'], nowSeconds, body), body],
    ['another time', signed.replace(/t=\d+/, `t=${nowSeconds - 1}`), body],
    ['a digit that differs', signed.replace(/.$/, (last) => (last === '0' ? '1' : '0')), body],
  ])('[CLIENT30] is refused with %s', async (_what, header, given) => {
    expect(await verify(header, given)).toEqual({ ok: false, reason: 'WRONG_SIGNATURE' });
  });

  it.each([
    undefined,
    '',
    'nonsense',
    't=,v1=',
    `t=${nowSeconds}`,
    signed.slice(0, -1),
    signed.replace('v1=', 'v2='),
    signed.replace(/t=\d+/, 't=1e9'),
    signed.toUpperCase(),
    signed + ','.repeat(2_000),
  ])('[CLIENT30] is refused with the header %j', async (header) => {
    expect(await verify(header)).toEqual({ ok: false, reason: 'NO_SIGNATURE' });
  });

  it('[CLIENT30] is of a time within the tolerance, before and after', async () => {
    const at = (seconds: number, options: VerifyOptions = {}) =>
      verify(signature([secret], nowSeconds + seconds, body), body, options);
    for (const seconds of [-300, 300]) expect(await at(seconds)).toMatchObject({ ok: true });
    for (const seconds of [-301, 301]) expect(await at(seconds)).toEqual({ ok: false, reason: 'STALE' });
    expect(await at(-400, { toleranceSeconds: 400 })).toMatchObject({ ok: true });
  });

  it.each(['null', '[]', '{}', 'no JSON', '{"id":1,"type":"ping","events":[]}'])(
    '[CLIENT30] is none where the server signed %s',
    async (given) => {
      expect(await verify(signature([secret], nowSeconds, given), given)).toEqual({
        ok: false,
        reason: 'NO_DELIVERY',
      });
    },
  );

  it('[CLIENT30] cannot be checked without a secret', async () => {
    for (const secrets of ['', [], ['', secret]])
      await expect(verify(signed, body, { secrets })).rejects.toThrow(TypeError);
  });
});
