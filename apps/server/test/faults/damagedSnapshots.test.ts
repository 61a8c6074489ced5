import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/persistence/mongo/GroupCommit.ts';
import type { PieceRecord } from '../../src/persistence/mongo/snapshotModels.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const nodeCount = 2;
const mapIds = ['map_damaged00001', 'map_damaged00002'] as const;
const everyMs = 50;
const harms = ['a piece is missing', 'a bit is wrong', 'the checksum is wrong'] as const;
const said = 'the snapshot of a document is damaged';
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`damaged snapshots, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: nodeCount, mapIds }, random);
    for (const [m, mapId] of mapIds.entries())
      for (let n = 0; n < 2 * nodeCount; n++) cluster.join(mapId, n % nodeCount, `m${m}w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), 30_000);
    for (const writer of cluster.allWriters) writer.start(everyMs);
  }, 120_000);
  afterAll(() => cluster?.stop());

  const models = () => snapshotModels(cluster.database.connection);
  const piecesOf = (docId: string, generation: string | null) =>
    models()
      .pieces.find({ docId, generation: generation ?? '' })
      .lean<PieceRecord[]>();
  const merge = (mapId: string): Promise<unknown> =>
    cluster.node(Math.floor(random() * nodeCount)).compact(mapId);
  const killAll = () => Promise.all(cluster.nodes.map((node) => node.kill()));
  const startAll = () => Promise.all(cluster.nodes.map((node) => node.start()));

  async function harmNewest(docId: string, how: (typeof harms)[number]): Promise<void> {
    const { heads, pieces } = models();
    const head = await heads.findById(docId).lean();
    if (head?.generation == null) throw new Error('there is no snapshot');
    const which = { docId, generation: head.generation, index: 0 };
    if (how === 'a piece is missing') await pieces.deleteOne(which);
    else if (how === 'the checksum is wrong') await heads.updateOne({ _id: docId }, { sha256: 'wrong' });
    else {
      const [piece] = await piecesOf(docId, head.generation);
      const data = Buffer.from(piece === undefined ? [] : bytesOf(piece.data));
      const at = Math.floor(random() * data.byteLength);
      data.writeUInt8(data.readUInt8(at) ^ 1, at);
      await pieces.updateOne(which, { data });
    }
  }

  it('[ROOM27] [F17] a damaged newest snapshot: the map opens whole and is written on', async () => {
    const rounds = faultSize('F17');
    const [mapId] = mapIds;
    for (let round = 0; round < rounds; round++) {
      const how = harms[round % harms.length] ?? harms[0];
      await cluster.underLoad();
      expect(await merge(mapId)).toBe('merged');
      await cluster.underLoad();
      expect(await merge(mapId)).toBe('merged');
      await cluster.underLoad();
      await killAll();
      await harmNewest(`${mapId}/content`, how);
      const before = cluster.nodes.map(({ errors }) => errors.length);
      await startAll();
      await cluster.allProgress();
      expect({ round, how, ...(await cluster.ledger()) }).toEqual({ round, how, ...clean });
      const errors = cluster.nodes.map((node, n) => node.errors.slice(before[n])).join('');
      expect(errors).toContain(said);
      for (const line of errors.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ msg: said });
    }
    reportRow('F17', { seed, rounds, ...clean });
  }, 600_000);

  it('[ROOM27] [F17] when the one before is damaged too, that map alone does not open', async () => {
    const [other, mapId] = mapIds;
    const docId = `${mapId}/content`;
    await cluster.underLoad();
    expect(await merge(mapId)).toBe('merged');
    await cluster.underLoad();
    expect(await merge(mapId)).toBe('merged');
    await killAll();
    const head = await models().heads.findById(docId).lean();
    const kept = [
      ...(await piecesOf(docId, head?.generation ?? null)),
      ...(await piecesOf(docId, head?.before?.generation ?? null)),
    ];
    await models().pieces.deleteMany({ docId });
    await startAll();
    const others = cluster.writers.get(other) ?? [];
    const ours = cluster.writers.get(mapId) ?? [];
    const told = ours.map(({ acked }) => acked);
    const progress = others.map(({ acked }) => acked);
    await Promise.all(cluster.allWriters.map(({ map }) => map.retryNow()));
    await cluster.orTell(
      until(
        'the other map goes on',
        () => others.every(({ acked }, n) => acked > (progress[n] ?? 0)),
        30_000,
      ),
    );
    await until('it was tried', () => cluster.nodes.some(({ errors }) => errors.includes(docId)));
    expect(ours.map(({ acked }) => acked)).toEqual(told);
    // With the pieces back it opens by itself.
    await models().pieces.insertMany(kept);
    await cluster.allProgress();
    expect(await cluster.healed()).toEqual(clean);
  }, 180_000);
});
