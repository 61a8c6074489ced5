import { CloseCode, isRetryable } from '@jejak/protocol';
import { describe, expect, it } from 'vitest';
import { type UploadOutcome, uploadWork } from '../src/uploadWork.ts';

const url = 'wss://map.example/sync/map_1/content';

/** Uploads two bytes to a server that answers so; what it was asked, and how the upload ended. */
async function against(
  answer: () => Promise<Response>,
): Promise<{ asked: string; init: RequestInit; outcome: UploadOutcome }> {
  let asked = '';
  let init: RequestInit = {};
  const place = {
    url,
    params: { epoch: '3', ticket: 't' },
    fetch: (address: string | URL | Request, given?: RequestInit) => {
      asked = String(address);
      init = given ?? {};
      return answer();
    },
    signal: AbortSignal.timeout(1_000),
  };
  const outcome = await uploadWork(place, Uint8Array.of(0, 0));
  return { asked, init, outcome };
}

describe('an upload of offline work', () => {
  it('[WORKUP1] goes to the address of its document, with its parameters', async () => {
    const { asked, init, outcome } = await against(async () => Response.json({ seq: 7 }));
    expect(asked).toBe('https://map.example/sync/map_1/content/work?epoch=3&ticket=t');
    expect(init.method).toBe('POST');
    expect(outcome).toEqual({ kind: 'saved', sequence: 7 });
  });

  it.each([
    [400, CloseCode.BadMessage],
    [401, CloseCode.SignIn],
    [403, CloseCode.Forbidden],
    [404, CloseCode.NotFound],
    [409, CloseCode.EpochChanged],
    [413, CloseCode.TooLarge],
  ])('[WORKUP2] a final refusal, status %i, ends like a socket closed with %i', async (status, code) => {
    const { outcome } = await against(async () => new Response('<html>', { status }));
    expect(outcome).toEqual({ kind: 'refused', code });
    expect(isRetryable(code)).toBe(false);
  });

  it('[WORKUP2] what may be better later is told so, with the wait the server asks for', async () => {
    const busy = await against(
      async () => new Response('', { status: 429, headers: { 'retry-after': '2' } }),
    );
    expect(busy.outcome).toEqual({ kind: 'later', waitMs: 2_000 });
    const broken = await against(async () => new Response('', { status: 502 }));
    expect(broken.outcome).toEqual({ kind: 'later', waitMs: 0 });
    const away = await against(() => Promise.reject(new TypeError('fetch failed')));
    expect(away.outcome).toEqual({ kind: 'later', waitMs: 0 });
    // An answer that breaks off, or is that of somebody in between, says nothing.
    const cut = await against(async () => new Response('{"se'));
    expect(cut.outcome).toEqual({ kind: 'later', waitMs: 0 });
    const foreign = await against(async () => Response.json({ ok: true }));
    expect(foreign.outcome).toEqual({ kind: 'later', waitMs: 0 });
  });
});

describe('close codes', () => {
  it('[SYNC23] 4400-4499 and the faults of a peer are final, all others are tried again', () => {
    const final = [1002, 1007, 1008, 1009, 4400, 4401, 4403, 4404, 4409, 4413, 4426, 4499];
    const later = [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4000, 4399, 4500, 4503];
    expect(final.filter(isRetryable)).toEqual([]);
    expect(later.filter((code) => !isRetryable(code))).toEqual([]);
  });
});
