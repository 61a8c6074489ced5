import { startTwoNodes } from '../jejak/startTwoNodes.ts';
import { measureCursors } from './measureCursors.ts';
import { measureGuard } from './measureGuard.ts';
import { measureHistory } from './measureHistory.ts';
import { measureHostile } from './measureHostile.ts';
import { measureReconnects } from './measureReconnects.ts';
import { editsOfEach, measureSync } from './measureSync.ts';
import { prepareBoard } from './prepareBoard.ts';
import { type History, prepareHistory } from './prepareHistory.ts';
import type { Line, SyncPart } from './SyncPart.ts';

const seed = 20_261_121;

const line = (title: string, ...figures: readonly string[]): Line => ({ title, figures });

function live(): SyncPart {
  const board = prepareBoard(200, 50, editsOfEach, seed);
  return {
    name: 'live',
    rounds: 3,
    long: false,
    lines: [
      line('50 clients, 50 edits/s: seen by all p50 / p99, ms', 'seenP50', 'seenP99'),
      line('the same: edit to acknowledged p95 / p99, ms', 'ackP95', 'ackP99'),
      line('the same: server CPU µs per delivery', 'cpuPerDelivery'),
      line('one map × 50 clients, deliveries/s', 'oneMapDeliveries'),
      line('the same: p99, ms', 'oneMapP99'),
      line('50 maps × 4 clients, deliveries/s', 'manyMapsDeliveries'),
      line('the same: p99, ms', 'manyMapsP99'),
      line('the same: server CPU µs per edit', 'cpuPerEdit'),
      line('edits that did not reach everybody', 'missing'),
    ],
    measure: async (server) => ({ ...(await measureSync(server, board)) }),
  };
}

function cursors(): SyncPart {
  return {
    name: 'cursors',
    rounds: 1,
    long: false,
    lines: [
      line('50 cursors × 20/s: server CPU, %', 'cursorsCpu'),
      line('the same: age when seen, p99, ms', 'cursorsAgeP99'),
    ],
    measure: async (server) => ({ ...(await measureCursors(server)) }),
  };
}

let madeHistory: History | null = null;

function theHistory(): History {
  madeHistory ??= prepareHistory(2_000, 100_000, seed);
  return madeHistory;
}

function history(): SyncPart {
  return {
    name: 'history',
    rounds: 1,
    long: false,
    lines: [
      line('100,000 small edits from one client: edits/s', 'ingestRate'),
      line('the same: rate of the last quarter ÷ first', 'ingestLinear'),
      line('the same: server CPU µs per edit', 'ingestCpu'),
      line('the same: another’s edit seen meanwhile, p99, ms', 'ingestOthersP99'),
      line('join, 2,000 cards with that history: last byte / server CPU, ms', 'joinMs', 'joinCpu'),
      line(
        'the same: the first after an edit, with all it makes: last byte / server CPU, ms',
        'joinFirst',
        'joinFirstCpu',
      ),
      line('the same, with an equal copy: server CPU, ms', 'joinAgainCpu'),
      line('20 such joins at once: last byte, ms', 'joinsAtOnce'),
      line('the same: server held for, median / longest of 7, ms', 'joinsHold', 'joinsHoldMax'),
      line('the same after a restart, from the request: last byte, ms', 'joinAfterRestart'),
      line('bytes of that join / of the first', 'joinBytes', 'joinFirstBytes'),
    ],
    measure: async (server) => ({ ...(await measureHistory(server, theHistory())) }),
  };
}

function reconnects(): SyncPart {
  return {
    name: 'reconnects',
    rounds: 1,
    long: true,
    lines: [line('1,000 come back to 2,000 cards: up to date / cold, s', 'backUpToDate', 'backCold')],
    measure: async (server) => ({ ...(await measureReconnects(server, theHistory())) }),
  };
}

function guard(): SyncPart {
  return {
    name: 'guard',
    rounds: 3,
    long: false,
    lines: [
      line('checking an edit before it is applied, 2,000 cards: p50 / p99, ms', 'guardP50', 'guardP99'),
    ],
    measureOurs: async () => ({ ...measureGuard(seed) }),
  };
}

function hostile(): SyncPart {
  return {
    name: 'hostile',
    rounds: 1,
    long: true,
    lines: [
      line('5 attackers in one map: messages that are too much, a second', 'hostileRate'),
      line(
        'the same: another’s edit to acknowledged p50 / p99 / longest, ms',
        'hostileAckP50',
        'hostileAckP99',
        'hostileAckMax',
      ),
      line('the same: server held for, ms', 'hostileHold'),
      line('the same: memory of the server before / after, MB', 'rssBefore', 'rssAfter'),
    ],
    measureOurs: async () => ({ ...(await measureHostile()) }),
  };
}

function nodes(): SyncPart {
  return {
    name: 'nodes',
    rounds: 1,
    long: true,
    lines: [
      line('two nodes over Redis, one map × 50 clients, deliveries/s', 'oneMapDeliveries'),
      line('the same: p99, ms', 'oneMapP99'),
      line('two nodes over Redis, 50 maps × 4 clients, deliveries/s', 'manyMapsDeliveries'),
      line('the same: p99, ms', 'manyMapsP99'),
      line('the same: CPU of both µs per edit', 'cpuPerEdit'),
      line('two nodes, 50 clients, 50 edits/s: seen by all p50 / p99, ms', 'seenP50', 'seenP99'),
    ],
    measureOurs: async () => {
      const server = await startTwoNodes();
      try {
        return { ...(await measureSync(server, prepareBoard(200, 50, editsOfEach, seed))) };
      } finally {
        await server.close();
      }
    },
  };
}

/** The parts by name, made when they are wanted: preparing their edits takes seconds. */
export const syncParts: Readonly<Record<string, () => SyncPart>> = {
  live,
  cursors,
  history,
  guard,
  hostile,
  reconnects,
  nodes,
};
