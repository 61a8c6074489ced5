import type { Suite } from '../Section.ts';
import { measureQueries } from './measureQueries.ts';
import { measureRates } from './measureRates.ts';
import { measureVisible } from './measureVisible.ts';

/** GraphQL beside other servers, and what only ours has to do. */
export const graphqlSuite: Suite = {
  name: 'graphql',
  parts: ['rates', 'visible', 'queries'],
  async run(say, { parts }) {
    const wants = (part: string) => parts.length === 0 || parts.includes(part);
    const rates = wants('rates') ? [await measureRates(say)] : [];
    const rows = [
      ...(wants('visible') ? [await measureVisible(say)] : []),
      ...(wants('queries') ? [await measureQueries(say)] : []),
    ];
    const rest = {
      title: 'GraphQL on live maps',
      notes: [
        'The text of a card is changed by a program and seen in headless Chromium on the same machine.',
      ],
      head: ['Measure', 'Jejak'],
      rows,
    };
    return rows.length === 0 ? rates : [...rates, rest];
  },
};
