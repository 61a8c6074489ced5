import { ProductionServer } from '@jejak/testbed';
import { formatNumber } from '../formatNumber.ts';
import { median } from '../median.ts';
import type { Suite } from '../Section.ts';

const rounds = 3;

/** From the command to the printed address, and again with data. */
export const startSuite: Suite = {
  name: 'start',
  async run(say) {
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const began = performance.now();
      const server = await ProductionServer.start();
      first.push((performance.now() - began) / 1000);
      await server.terminate();
      const restarted = performance.now();
      await server.startAgain();
      again.push((performance.now() - restarted) / 1000);
      await server.dispose();
      say(
        `round ${round}: ${formatNumber(first.at(-1) ?? 0)} s empty, ${formatNumber(again.at(-1) ?? 0)} s again`,
      );
    }
    return [
      {
        title: 'Start',
        notes: [`Everything built: process start to the printed address, medians of ${rounds}.`],
        head: ['Measure', 'Jejak'],
        rows: [
          ['empty data folder, s', formatNumber(median(first))],
          ['with data, s', formatNumber(median(again))],
        ],
      },
    ];
  },
};
