import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
});
afterAll(() => bed.close());

/** Asks without a client that unpacks by itself. */
function post(body: unknown, encodings: string | null) {
  return new Promise<{ encoding: string | undefined; vary: string | undefined; bytes: Buffer }>(
    (resolve, reject) => {
      const asked = request(bed.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: editor,
          ...(encodings === null ? {} : { 'accept-encoding': encodings }),
        },
      });
      asked.on('error', reject);
      asked.on('response', async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const { vary, 'content-encoding': encoding } = response.headers;
        resolve({ encoding, vary, bytes: Buffer.concat(chunks) });
      });
      asked.end(JSON.stringify(body));
    },
  );
}

describe('packed answers', () => {
  it('[SPEED5] large answers to queries are packed for who takes it, kept ones and others', async () => {
    const mapId = await bed.newMap(editor, { template: 'DIGITAL' });
    const fields =
      'stages{id name{en id} purpose{en id} brandGoal{en id} steps{id name{en id}}} lanes{id name{en id}}';
    const long = Array.from({ length: 8 }, (_, n) => `f${n}: stages{id name{en id} purpose{en id}}`).join(
      ' ',
    );
    for (const rest of ['', 'lastEditedAt']) {
      const body = {
        query: `query($id:ID!){journeyMap(id:$id){${fields} ${long} ${rest}}}`,
        variables: { id: mapId },
      };
      // Twice: the direct lane is for what comes again.
      await post(body, null);
      await post(body, null);
      const plain = await post(body, 'br');
      expect(plain).toMatchObject({ encoding: undefined, vary: 'accept-encoding' });
      expect(plain.bytes.length).toBeGreaterThan(8 * 1024);
      for (let again = 0; again < 3; again++) {
        const packed = await post(body, 'gzip, deflate, br');
        expect(packed).toMatchObject({ encoding: 'gzip', vary: 'accept-encoding' });
        expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
        expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
      }
    }
  });

  it('[SPEED5] small answers and those of mutations, which alone hold secrets, never are', async () => {
    const small = { query: '{ __typename }' };
    const input = { workspaceId: 'wsp_one', title: 'x'.repeat(100), template: 'DIGITAL' };
    const many = Array.from(
      { length: 14 },
      (_, n) => `f${n}: stages{id name{en id} purpose{en id} brandGoal{en id}}`,
    );
    const large = {
      query: `mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{${many.join(' ')}}}}}`,
      variables: { input },
    };
    for (const body of [small, large]) {
      for (let again = 0; again < 3; again++) {
        expect(await post(body, 'gzip')).toMatchObject({ encoding: undefined, vary: undefined });
      }
    }
    expect((await post(large, 'gzip')).bytes.length).toBeGreaterThan(8 * 1024);
  });
});
