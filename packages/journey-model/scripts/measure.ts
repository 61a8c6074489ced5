/** Prints how long a large map takes to load, read and follow: `npx tsx packages/journey-model/scripts/measure.ts [cards]`. */
import * as Y from 'yjs';
import { operations } from '../src/operations/registry.ts';
import { readMap } from '../src/projection/readMap.ts';
import { summarizeMap } from '../src/projection/summarizeMap.ts';
import { watchMap } from '../src/projection/watchMap.ts';
import { applyTextDiff } from '../src/schema/localizedText.ts';
import { openMap } from '../src/schema/openMap.ts';
import { textOf } from '../src/schema/textOf.ts';
import { instantiateSampleMap } from '../src/templates/sampleMap.ts';
import { emptyDocs, seededContext } from '../test/buildMap.ts';

const cards = Number(process.argv[2] ?? 2_000);
const context = seededContext(1);
const docs = emptyDocs();
instantiateSampleMap(docs, context);
const start = readMap(docs);
const lanes = start.lanes.filter((lane) => lane.kind !== 'EMOTION');
const lines: string[] = [];

function measure(label: string, rounds: number, act: (round: number) => void): void {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    act(round);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3);
  lines.push(
    `${label.padEnd(44)} p50 ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)} ms   n ${rounds}`,
  );
}

let bytes = 0;
docs.content.on('update', (update: Uint8Array) => {
  bytes += update.length;
});
const missing = cards - start.cards.length;
measure('addCard, map growing to full size', missing, (index) => {
  const column = start.columns[index % start.columns.length]?.id ?? '';
  const lane = lanes[index % lanes.length]?.id ?? '';
  operations.addCard.run(
    docs,
    operations.addCard.input.parse({
      columnId: column,
      laneId: lane,
      text: { en: `Card ${index} says something`, id: `Kartu ${index}` },
    }),
    context,
  );
});
lines.push(`update of one addCard: ${(bytes / missing).toFixed(0)} bytes`);
const state = Y.encodeStateAsUpdate(docs.content);
lines.push(
  `content document: ${(state.length / 1024).toFixed(0)} KiB, ${(state.length / cards).toFixed(0)} bytes a card`,
);
measure('load the content document', 20, () => Y.applyUpdate(new Y.Doc(), state));
measure('readMap', 30, () => readMap(docs));
measure('summarizeMap', 30, () => summarizeMap(readMap(docs)));

const ids = [...openMap(docs).cards.keys()];
let calls = 0;
const reader = watchMap(docs, () => {
  calls += 1;
});
measure('text edit with a reader following', 500, (round) => {
  const text = textOf(docs, { recordId: ids[(round * 7) % ids.length] ?? '', field: 'text', locale: 'en' });
  if (text !== null) docs.content.transact(() => applyTextDiff(text, `${text.toString()}!`));
});
measure('moveCard with a reader following', 500, (round) => {
  operations.moveCard.run(
    docs,
    {
      cardId: ids[(round * 11) % ids.length] ?? '',
      columnId: start.columns[round % start.columns.length]?.id ?? '',
      laneId: lanes[(round + 3) % lanes.length]?.id ?? '',
    },
    context,
  );
});
measure('setStageText with a reader following', 100, (round) => {
  const stageId = start.stages[0]?.id ?? '';
  operations.setStageText.run(
    docs,
    { stageId, field: 'name', locale: 'en', text: `Stage ${round}` },
    context,
  );
});
reader.destroy();
process.stdout.write(`${cards} cards, ${calls} changes followed\n${lines.join('\n')}\n`);
