import {
  deletedRecords,
  ensureText,
  type MapDocs,
  operations,
  type TextAddress,
  textOf,
  watchMap,
} from '@jejak/journey-model';
import type { MapConnection } from '@jejak/sync-client';
import type * as Y from 'yjs';
import { bindAbsentText, bindText, type TextBinding } from '../text/TextBinding.ts';
import { createFrameBatch } from './createFrameBatch.ts';
import type { LiveSession } from './LiveSession.ts';
import { liveActs } from './liveActs.ts';
import type { MapPage } from './MapPage.ts';
import { indexMap } from './mapIndex.ts';
import { ownHistory } from './ownHistory.ts';

/** The session of a page, and what only its connection may do with it. */
export interface OpenSession {
  readonly session: LiveSession;
  /** Everything written up to now is saved. */
  saved(): void;
  /** Goes on in the documents of the next connection, within this turn. */
  moveTo(next: MapConnection): void;
  destroy(): void;
}

/** Shows live documents on a page and lets it write in them. */
export function openSession(page: MapPage, first: MapConnection): OpenSession {
  let connection = first;
  const origin = {};
  const context = { newId, random: Math.random, origin };
  const present = (): MapDocs => connection.docs;
  const history = ownHistory(first.docs, origin);
  const bindings = new Map<TextBinding, TextAddress>();
  /** What this person changed since everything was last saved. */
  let unsent = new Set<string>();
  let remote = new Set<string>();
  let stopReading = () => {};

  const read = () => {
    const docs = present();
    let lastWasLocal = true;
    const noteOrigin = (transaction: Y.Transaction) => {
      lastWasLocal = transaction.local;
    };
    // Registered ahead of the reader, so that it knows whose transaction the reader reports.
    docs.structure.on('afterTransaction', noteOrigin);
    docs.content.on('afterTransaction', noteOrigin);
    const show = () => page.map.set(indexMap(reader.snapshot, page.map.get()));
    const batch = createFrameBatch(() => {
      show();
      if (remote.size === 0) return;
      const ids = remote;
      remote = new Set();
      page.remoteChanges.set(ids);
    });
    const reader = watchMap(docs, (_snapshot, ids) => {
      if (lastWasLocal) {
        for (const id of ids) unsent.add(id);
        batch.soon();
        return;
      }
      for (const id of ids) remote.add(id);
      batch.nextFrame();
    });
    stopReading = () => {
      batch.destroy();
      reader.destroy();
      docs.structure.off('afterTransaction', noteOrigin);
      docs.content.off('afterTransaction', noteOrigin);
    };
    show();
  };
  read();

  const session: LiveSession = {
    acts: liveActs(present, context),
    history,
    setPresence: (change) => connection.presence.set(change),
    bindText(address, field) {
      const text = textOf(present(), address);
      const binding = text
        ? bindText(text, field, origin)
        : bindAbsentText(() => ensureText(present(), address), field, origin);
      bindings.set(binding, address);
      return {
        ...binding,
        destroy() {
          bindings.delete(binding);
          binding.destroy();
        },
      };
    },
    deletedText: (cardId) => deletedRecords(present()).find(({ id }) => id === cardId)?.text ?? null,
    discardCard: (cardId) => {
      operations.deleteCard.run(present(), { cardId }, { ...context, origin: {} });
    },
    prepare: () => connection.prepare(),
    unsent: () => unsent,
    forget: () => connection.forget(),
  };

  return {
    session,
    saved() {
      unsent = new Set();
    },
    moveTo(next) {
      connection = next;
      stopReading();
      history.begin(next.docs);
      for (const [binding, address] of bindings) binding.moveTo(textOf(next.docs, address));
      // What is equal keeps its identity: only what others changed meanwhile is drawn anew.
      read();
    },
    destroy() {
      stopReading();
      history.destroy();
    },
  };
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** 96 random bits, safe in addresses and attribute selectors. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 63]).join('');
}
