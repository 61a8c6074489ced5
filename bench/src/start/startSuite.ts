import { ProductionServer } from '@jejak/testbed';
import { formatNumber } from '../formatNumber.ts';
import { median } from '../median.ts';
import type { Suite } from '../Section.ts';
import { measureFreshClone } from './measureFreshClone.ts';

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
    const clone = await measureFreshClone();
    say(`fresh clone: ${formatNumber(clone)} s`);
    return [
      {
        title: 'Start',
        notes: [
          `Everything built: process start to the printed address, medians of ${rounds}. The fresh clone has its packages and nothing built; one run of \`npm start\` to the first map answered.`,
        ],
        head: ['Measure', 'Jejak'],
        rows: [
          ['empty data folder, s', formatNumber(median(first))],
          ['with data, s', formatNumber(median(again))],
          ['fresh clone to a live map, s', formatNumber(clone)],
        ],
      },
    ];
  },
};
