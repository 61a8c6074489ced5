import { readFileSync } from 'node:fs';
import { parseMermaidJourney } from '@jejak/interchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

const files = ['code-review-tool', 'freight-quote', 'wedding-invitation'] as const;
const fixture = (name: string) =>
  readFileSync(new URL(`../../../../packages/interchange/fixtures/${name}.mmd`, import.meta.url), 'utf8');

const importDocument = `mutation ($input: ImportMermaidInput!) {
  importMermaid(input: $input) {
    ... on ImportMermaidPayload { map { id } skippedLines { line reason } adjustedLines { line reason } }
    ... on UserError { code message }
  }
}`;

interface Imported {
  readonly importMermaid: {
    readonly map: { readonly id: string };
    readonly skippedLines: readonly { readonly line: number; readonly reason: string }[];
    readonly adjustedLines: readonly { readonly line: number; readonly reason: string }[];
  };
}

describe('a published journey', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    [ayu, budi] = [await world.seat(cast.ayu), await world.seat(cast.budi)];
  });
  afterAll(() => world.end());

  it.each(files)('%s is imported, edited live by two people and read back through GraphQL', async (name) => {
    const text = fixture(name);
    const parsed = parseMermaidJourney(text);
    const { importMermaid } = await world.workspace.owner.graphql<Imported>(importDocument, {
      input: { workspaceId: world.workspace.id, text, locale: 'EN' },
    });
    expect([...importMermaid.skippedLines, ...importMermaid.adjustedLines]).toEqual([]);
    const mapId = importMermaid.map.id;
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const tasks = parsed.sections.flatMap((section) => section.tasks);
    for (const map of [hers, his]) {
      expect(await map.page.locator('[data-target^="stage:"]').count()).toBe(parsed.sections.length);
      expect(await map.page.locator('[data-target^="column:"]').count()).toBe(tasks.length);
    }

    const [fromHer, fromHim] = await Promise.all([
      hers.addCard(hers.cardCells.first(), `Question about ${name}`),
      his.addCard(his.cardCells.nth(1), `Pertanyaan tentang ${name}`),
    ]);
    await Promise.all([his.card(fromHer).waitFor(), hers.card(fromHim).waitFor()]);
    await Promise.all([hers.whenSaved(), his.whenSaved()]);

    const told = await readMap(world.workspace.owner, mapId);
    expect(told.title.en).toBe(parsed.title);
    expect(
      told.stages.map((stage) => ({ name: stage.name.en, steps: stage.steps.map((step) => step.name.en) })),
    ).toEqual(
      parsed.sections.map((section) => ({
        name: section.name,
        steps: section.tasks.map((task) => task.name),
      })),
    );
    const personaNames = new Map(told.personas.map((persona) => [persona.id, persona.name.en]));
    const steps = told.stages.flatMap((stage) => stage.steps);
    for (const [at, task] of tasks.entries()) {
      const points = told.emotions.filter((point) => point.stepId === steps[at]?.id);
      expect(points.map((point) => [personaNames.get(point.personaId), point.score]).sort()).toEqual(
        task.actors.map((actor) => [actor, (task.score ?? 0) - 3]).sort(),
      );
    }
    expect(
      told.cards.nodes.map(({ id, text: { en, id: indonesian } }) => [id, en || indonesian]).sort(),
    ).toEqual(
      [
        [fromHer, `Question about ${name}`],
        [fromHim, `Pertanyaan tentang ${name}`],
      ].sort(),
    );
    expect([...ayu.problems, ...budi.problems]).toEqual([]);
  });

  it('with lines that cannot be taken keeps the rest and tells which by number', async () => {
    const text = [
      'journey',
      'title Odd',
      '%% note',
      'section S',
      'Pay: 9: Buyer (new, EU)',
      'what is this',
    ].join('\n');
    const { importMermaid } = await world.workspace.owner.graphql<Imported>(importDocument, {
      input: { workspaceId: world.workspace.id, text, locale: 'EN' },
    });
    expect(importMermaid.skippedLines).toEqual([
      { line: 3, reason: 'comment' },
      { line: 6, reason: 'notAStatement' },
    ]);
    expect(importMermaid.adjustedLines).toEqual([{ line: 5, reason: 'scoreAdjusted' }]);
    const told = await readMap(world.workspace.owner, importMermaid.map.id);
    expect(told.emotions.map((point) => point.score)).toEqual([2]);
    expect(told.personas.map((persona) => persona.name.en)).toEqual(['Buyer (new, EU)']);
  });
});
