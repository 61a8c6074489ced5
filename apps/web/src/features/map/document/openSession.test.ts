// @vitest-environment happy-dom
import { beginAnew } from '@jejak/document-lives';
import { contentRoots, type MapDocs, operations, readMap, structureRoots } from '@jejak/journey-model';
import { seededContext } from '@jejak/journey-model/testkit';
import type { MapConnection } from '@jejak/sync-client';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mapOf } from '../test/mapOf.ts';
import { NewCard } from '../text/NewCard.ts';
import { createMapPage } from './createMapPage.ts';
import { openSession } from './openSession.ts';

/** As much of a connection as a session uses. */
function connectionTo(docs: MapDocs): MapConnection {
  return Object.assign(Object.create(null), { docs });
}

/** The same map with another past. */
function anew(docs: MapDocs, epoch: number): MapDocs {
  const fresh = { structure: new Y.Doc(), content: new Y.Doc() };
  const names = { structure: structureRoots, content: contentRoots };
  for (const part of ['structure', 'content'] as const) {
    const roots = new Map([...names[part]].map((name) => [name, 'map'] as const));
    Y.applyUpdate(fresh[part], beginAnew(Y.encodeStateAsUpdate(docs[part]), epoch, roots));
  }
  return fresh;
}

function bed() {
  const map = mapOf(3);
  const cardId = map.add(0, 0, 'Waits');
  const page = createMapPage({
    mapId: 'map_1',
    viewerId: 'usr_1',
    workspace: { id: 'w', mayInvite: false },
    can: { editContent: true, editStructure: true },
    snapshot: readMap(map.docs),
    linked: null,
    locale: 'en',
    speak: () => {},
    sumUp: () => '',
  });
  const open = openSession(page, connectionTo(map.docs));
  page.live.set(open.session);
  return { map, cardId, page, open, session: open.session };
}

function field() {
  return { value: '', selectionStart: 0, selectionEnd: 0, setSelectionRange() {} };
}

describe('a page whose map is begun anew', () => {
  it('[NEXT3] draws nothing anew that did not change, and goes on writing there', () => {
    const { map, cardId, page, open, session } = bed();
    const area = field();
    const binding = session.bindText({ recordId: cardId, field: 'text', locale: 'en' }, area);
    const [before, live] = [page.map.get(), page.live.get()];
    const next = anew(map.docs, 77);
    open.moveTo(connectionTo(next));
    expect([page.map.get() === before, page.live.get() === live]).toEqual([true, true]);
    area.value = 'Waits long';
    binding.input();
    session.acts.deleteCards([map.add(0, 0, 'only there')]);
    expect(readMap(next).cards.map(({ text }) => text.en)).toEqual(['Waits long']);
    expect(readMap(map.docs).cards.map(({ text }) => text.en)).toEqual(['Waits', 'only there']);
    binding.destroy();
    open.destroy();
  });

  it('[NEXT3] shows what others changed meanwhile, and only that is another record', () => {
    const { map, cardId, page, open } = bed();
    const other = map.add(1, 0, 'Pays');
    const before = page.map.get();
    const next = anew(map.docs, 77);
    const context = seededContext(5);
    operations.setCardText.run(next, { cardId: other, locale: 'en', text: 'Pays late' }, context);
    open.moveTo(connectionTo(next));
    expect(page.map.get().cards.get(other)?.text.en).toBe('Pays late');
    expect(page.map.get().cards.get(cardId)).toBe(before.cards.get(cardId));
    open.destroy();
  });

  it('[NEXT2] undo and redo are empty, and what is done from then on can be undone', () => {
    const { map, cardId, open, session } = bed();
    const { history } = session;
    session.acts.editCard(cardId, { team: 'SALES' });
    session.acts.editCard(cardId, { team: 'SERVICE' });
    history.undo();
    expect([history.canUndo.get(), history.canRedo.get()]).toEqual([true, true]);
    const next = anew(map.docs, 77);
    open.moveTo(connectionTo(next));
    expect([history.canUndo.get(), history.canRedo.get()]).toEqual([false, false]);
    expect(history.undo()).toEqual({ done: false, reason: 'NOTHING' });
    session.acts.editCard(cardId, { team: 'PRODUCT' });
    expect(history.canUndo.get()).toBe(true);
    history.undo();
    expect(readMap(next).cards[0]?.team).toBe('SALES');
    open.destroy();
  });

  it.each(['keep', 'drop'] as const)('[NEXT2] a card that is being written goes on: %s', (end) => {
    const { map, open, session } = bed();
    const card = new NewCard({
      begin: ({ acts }, text) => {
        const place = { laneId: map.laneId(0), columnId: map.columnId(0), afterId: null };
        return acts.addCards(place, [text], 'en')[0] ?? null;
      },
      bind: (live, id, area) => live.bindText({ recordId: id, field: 'text', locale: 'en' }, area),
      discard: (live, id) => live.discardCard(id),
    });
    const area = field();
    area.value = 'As';
    card.write(session, area);
    const next = anew(map.docs, 77);
    open.moveTo(connectionTo(next));
    for (const text of ['Ask', 'Asks']) {
      area.value = text;
      card.write(session, area);
    }
    card.end(end);
    const texts = () => readMap(next).cards.map(({ text }) => text.en);
    expect(texts()).toEqual(end === 'keep' ? ['Asks', 'Waits'] : ['Waits']);
    expect(session.history.canUndo.get()).toBe(end === 'keep');
    expect(session.history.canRedo.get()).toBe(false);
    session.history.undo();
    expect(texts()).toEqual(end === 'keep' ? ['As', 'Waits'] : ['Waits']);
    open.destroy();
  });
});
