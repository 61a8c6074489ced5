import { Counter } from 'prom-client';
import type { Bus } from '../bus/Bus.ts';
import type { Metrics } from './createMetrics.ts';

const kinds: ReadonlySet<string> = new Set(['map', 'control', 'people']);

/** Topics are named after maps; what counts is their kind. */
function kindOf(topic: string): string {
  const [kind = ''] = topic.split(':', 1);
  return kinds.has(kind) ? kind : 'other';
}

/** A bus that shows at /metrics what goes through it and how often it may have lost something. */
export function observedBus(bus: Bus, { registry }: Metrics): Bus {
  const registers = [registry];
  const messages = new Counter({
    name: 'jejak_bus_messages_total',
    help: 'Messages between nodes, by direction and kind of topic',
    labelNames: ['direction', 'topic'],
    registers,
  });
  const resumed = new Counter({
    name: 'jejak_bus_resumed_total',
    help: 'Times the bus began to work: at the start, and whenever messages may have been lost',
    registers,
  });
  bus.onResume(() => resumed.inc());
  return {
    remote: bus.remote,
    get alone() {
      return bus.alone;
    },
    publish(topic, message) {
      messages.inc({ direction: 'out', topic: kindOf(topic) });
      bus.publish(topic, message);
    },
    subscribe(topic, listener, ready) {
      const heard = (message: string): void => {
        messages.inc({ direction: 'in', topic: kindOf(topic) });
        listener(message);
      };
      return bus.subscribe(topic, heard, ready);
    },
    onResume: (listener) => bus.onResume(listener),
    close: () => bus.close(),
  };
}
