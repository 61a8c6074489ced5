import { cpuSeconds } from '../cpuSeconds.ts';
import { formatNumber } from '../formatNumber.ts';
import { startTwoNodes, type TwoNodes } from '../jejak/startTwoNodes.ts';
import type { Section, Suite } from '../Section.ts';
import type { Phase } from '../sync/Job.ts';
import { LoadProcess, type MeasuredPhase } from '../sync/LoadProcess.ts';
import { prepareBoard } from '../sync/prepareBoard.ts';
import { measureRedis } from './measureRedis.ts';

const workshops = 70;
const people = 12;
const editsPerSecond = workshops * people;
const warmMs = 4_000;
const measuredMs = 10_000;
const seed = 20_261_130;

/** What nodes ask of Redis and of the database, for reckoning how many of each a number of nodes needs. */
export const growSuite: Suite = {
  name: 'grow',
  async run(say) {
    const nodes = await startTwoNodes();
    try {
      const board = prepareBoard(20, people, 400, seed);
      const load = await LoadProcess.start(
        {
          port: nodes.port,
          dialect: nodes.dialect,
          answers: nodes.answers,
          rooms: await nodes.rooms(workshops, people),
          writers: board.writers,
          board: board.updates,
        },
        nodes.pids,
      );
      try {
        say(`${workshops} maps × ${people} people`);
        await load.run({ kind: 'paced', editsPerSecond, ms: warmMs });
        const calm = await measured(nodes, load, { kind: 'paced', editsPerSecond, ms: measuredMs });
        say(`${editsPerSecond} edits/s`);
        const full = await measured(nodes, load, { kind: 'window', perWriter: 1, warmMs, ms: measuredMs });
        const row = (title: string, figure: (of: Measured) => string): string[] => [
          title,
          figure(calm),
          figure(full),
        ];
        const rows = [
          row('edits/s', ({ phase }) => formatNumber(phase.edits / phase.seconds)),
          row('seen by all p50 / p99, ms', ({ phase }) =>
            [phase.seenP50, phase.seenP99].map(formatNumber).join(' / '),
          ),
          row('edits that did not reach everybody', ({ phase }) => formatNumber(phase.missing)),
          row('CPU of both nodes, µs per edit', ({ phase }) => micros(phase.serverCpu, phase.edits)),
          row('entries appended, per edit', ({ grown }) => formatNumber(grown.entries / grown.edits)),
          row('database CPU, µs per edit', ({ grown }) => micros(grown.databaseCpu, grown.edits)),
          row('messages through Redis, per edit', ({ grown }) => formatNumber(grown.messages / grown.edits)),
        ];
        return [
          {
            title: 'What nodes ask of what stands behind them',
            notes: [
              `Two nodes over one Redis and one embedded database; ${workshops} maps of ${people} people, half of them on each node. First ${editsPerSecond} edits/s, then one edit of each person under way all the time. Nobody moves a cursor. Everything shares one machine with the load generator, so times to arrive say little; what an edit and a message cost in processor time says more.`,
            ],
            head: ['Measure', `${editsPerSecond} edits/s`, 'as fast as they can'],
            rows,
          },
          await redisSection(),
        ];
      } finally {
        await load.stop();
      }
    } finally {
      await nodes.close();
    }
  },
};

async function redisSection(): Promise<Section> {
  const single = await measureRedis(1);
  const many = await measureRedis(25);
  return {
    title: 'What one Redis takes',
    notes: [
      'Messages of 120 bytes over two connections, on 140 topics that two others hear: once each connection waits for every answer, once 25 are on the way. Nodes are in between: what comes in one turn of theirs travels together.',
    ],
    head: ['Measure', 'one at a time', '25 at a time'],
    rows: [
      ['messages/s', formatNumber(single.messagesPerSecond), formatNumber(many.messagesPerSecond)],
      ['Redis CPU, µs per message', formatNumber(single.cpuMicros), formatNumber(many.cpuMicros)],
    ],
  };
}

interface Counts {
  readonly edits: number;
  readonly entries: number;
  readonly messages: number;
  readonly databaseCpu: number;
}

interface Measured {
  readonly phase: MeasuredPhase;
  readonly grown: Counts;
}

function micros(seconds: number, count: number): string {
  return formatNumber((seconds * 1e6) / count);
}

async function measured(nodes: TwoNodes, load: LoadProcess, how: Phase): Promise<Measured> {
  const before = await countsOf(nodes);
  const phase = await load.run(how);
  const after = await countsOf(nodes);
  const grown = {
    edits: after.edits - before.edits,
    entries: after.entries - before.entries,
    messages: after.messages - before.messages,
    databaseCpu: after.databaseCpu - before.databaseCpu,
  };
  return { phase, grown };
}

async function countsOf({ urls, databasePid }: TwoNodes): Promise<Counts> {
  const texts = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
  const sum = (pattern: RegExp): number =>
    texts
      .flatMap((text) => [...text.matchAll(pattern)])
      .reduce((total, [, value]) => total + Number(value), 0);
  return {
    edits: sum(/^jejak_log_updates_total (\S+)$/gm),
    entries: sum(/^jejak_log_append_duration_seconds_count (\S+)$/gm),
    messages: sum(/^jejak_bus_messages_total\{direction="out"[^}]*\} (\S+)$/gm),
    databaseCpu: cpuSeconds(databasePid),
  };
}
