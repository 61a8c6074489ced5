import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Structs of one client, in a row. */
interface Run {
  readonly client: number;
  readonly structs: Struct[];
}

/** Clocks of one client that are deleted. */
interface Range {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/**
 * An update as several of at most so many structs or deletions, each of which stands on those before it: who applies
 * them one after the other has the same in the end, and never takes long at once. It must be what a document told of a
 * change, where each client goes on from what was there.
 */
export function partsOf(update: Uint8Array, sizeMax: number): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const ranges = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, len })),
  );
  if (structs.length <= sizeMax && ranges.length <= sizeMax) return [update];
  const deletes: Uint8Array[] = [];
  for (let at = 0; at < ranges.length; at += sizeMax)
    deletes.push(encoded([], ranges.slice(at, at + sizeMax)));
  return [...inOrder(structs, sizeMax).map((runs) => encoded(runs, [])), ...deletes];
}

/** Structs in an order in which each stands on those before it, cut into parts. */
function inOrder(structs: readonly Struct[], sizeMax: number): Run[][] {
  const left = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = left.get(struct.id.client);
    if (own === undefined) left.set(struct.id.client, [struct]);
    else own.push(struct);
  }
  /** The first clock of each client that is not there yet. */
  const there = new Map([...left].map(([client, own]) => [client, own[0]?.id.clock ?? 0]));
  const at = new Map([...left.keys()].map((client) => [client, 0]));
  const stands = (struct: Struct): boolean =>
    groundOf(struct).every(({ client, clock }) => clock < (there.get(client) ?? Number.POSITIVE_INFINITY));
  const parts: Run[][] = [];
  let part: Run[] = [];
  let size = 0;
  for (let moved = true; moved; ) {
    moved = false;
    for (const [client, own] of left) {
      let run: Run | null = null;
      for (let next = at.get(client) ?? 0; next < own.length; next++) {
        const struct = own[next];
        if (struct === undefined || !stands(struct)) break;
        if (size === sizeMax) {
          parts.push(part);
          [part, size, run] = [[], 0, null];
        }
        if (run === null) {
          run = { client, structs: [] };
          part.push(run);
        }
        run.structs.push(struct);
        size += 1;
        at.set(client, next + 1);
        there.set(client, struct.id.clock + struct.length);
        moved = true;
      }
    }
  }
  const placed = [...at.values()].reduce((sum, count) => sum + count, 0);
  if (placed < structs.length) throw new Error('an update that was applied stands on nothing');
  return [...parts, part].map(joined);
}

/** What a struct refers to. */
function groundOf(struct: Struct): readonly { readonly client: number; readonly clock: number }[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}

/** One run of each client: of two lists of one client Yjs would forget the first. */
function joined(runs: readonly Run[]): Run[] {
  const byClient = new Map<number, Run>();
  for (const { client, structs } of runs) {
    const run = byClient.get(client) ?? { client, structs: [] };
    run.structs.push(...structs);
    byClient.set(client, run);
  }
  return [...byClient.values()];
}

function encoded(runs: readonly Run[], ranges: readonly Range[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, runs.length);
  for (const { client, structs } of runs) {
    encoding.writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const byClient = new Map<number, Range[]>();
  for (const range of ranges) {
    const own = byClient.get(range.client);
    if (own === undefined) byClient.set(range.client, [range]);
    else own.push(range);
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, own.length);
    for (const { clock, len } of own) {
      encoding.writeVarUint(encoder.restEncoder, clock);
      encoding.writeVarUint(encoder.restEncoder, len);
    }
  }
  return encoder.toUint8Array();
}
