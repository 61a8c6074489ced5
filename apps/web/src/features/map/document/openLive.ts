import {
  createUndo,
  deletedRecords,
  ensureText,
  openMap,
  schemaVersion,
  textOf,
  watchMap,
} from '@jejak/journey-model';
import { CloseCode } from '@jejak/protocol';
import { connectMap, indexedDbStore, type MapStatus } from '@jejak/sync-client';
import type * as Y from 'yjs';
import { indexPeople } from '../presence/people.ts';
import { bindAbsentText, bindText } from '../text/TextBinding.ts';
import { createFrameBatch } from './createFrameBatch.ts';
import type { LiveSession, SaveState, StopReason } from './LiveSession.ts';
import { liveActs } from './liveActs.ts';
import type { MapPage, MapRights } from './MapPage.ts';
import { indexMap } from './mapIndex.ts';
import { createStore } from './Store.ts';

/** Connects a page to its live documents: from then on the page shows them instead of the server's first answer. */
export function openLive(page: MapPage): { destroy(): void } {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const connection = connectMap({
    url: `${scheme}://${window.location.host}/sync`,
    mapId: page.mapId,
    format: schemaVersion,
    presence: { locale: page.ui.get().contentLocale },
    openStore: indexedDbStore(page.viewerId),
  });
  const { docs, presence } = connection;
  const origin = {};
  const canUndo = createStore(false);
  const canRedo = createStore(false);
  let session: LiveSession | null = null;
  let stopSession = () => {};
  /** What this person changed since everything was last saved. */
  let unsent = new Set<string>();

  const begin = () => {
    if (session || openMap(docs).meta.size === 0) return;
    let lastWasLocal = true;
    let remote = new Set<string>();
    const noteOrigin = (transaction: Y.Transaction) => {
      lastWasLocal = transaction.local;
    };
    // Registered ahead of the reader, so that it knows whose transaction the reader reports.
    docs.structure.on('afterTransaction', noteOrigin);
    docs.content.on('afterTransaction', noteOrigin);
    const batch = createFrameBatch(() => {
      page.map.set(indexMap(reader.snapshot, page.map.get()));
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
    page.map.set(indexMap(reader.snapshot, page.map.get()));
    const undo = createUndo({
      docs,
      origin,
      now: () => performance.now(),
      onState: (state) => {
        canUndo.set(state.canUndo);
        canRedo.set(state.canRedo);
      },
    });
    session = {
      acts: liveActs(docs, { newId, random: Math.random, origin }),
      history: {
        canUndo,
        canRedo,
        undo: () => undo.undo(),
        redo: () => undo.redo(),
        endStep: () => undo.boundary(),
        gesture: (act) => undo.gesture(act),
        hold: () => undo.hold(),
      },
      setPresence: (change) => presence.set(change),
      bindText: (address, field) => {
        const text = textOf(docs, address);
        return text
          ? bindText(text, field, origin)
          : bindAbsentText(() => ensureText(docs, address), field, origin);
      },
      deletedText: (cardId) => deletedRecords(docs).find(({ id }) => id === cardId)?.text ?? null,
      unsent: () => unsent,
      forget: () => connection.forget(),
    };
    stopSession = () => {
      batch.destroy();
      reader.destroy();
      undo.destroy();
      docs.structure.off('afterTransaction', noteOrigin);
      docs.content.off('afterTransaction', noteOrigin);
    };
    page.live.set(session);
  };

  const tell = (status: MapStatus) => {
    if (status.kind !== 'connecting') begin();
    if (status.kind === 'saved') {
      unsent = new Set();
      // By now both documents have been told what we may do; it may be another thing than when the page was made.
      tellRights({
        editStructure: connection.canWrite('structure'),
        editContent: connection.canWrite('content'),
      });
    }
    const state = saveStateOf(status);
    page.saveState.set(state);
    // Nobody should write into a map that takes nothing from here and will not later.
    if (state.kind === 'stopped' && neverAgain.includes(state.reason)) {
      tellRights({ editStructure: false, editContent: false });
    }
  };
  const tellRights = (next: MapRights) =>
    page.rights.update((now) =>
      now.editContent === next.editContent && now.editStructure === next.editStructure ? now : next,
    );
  const stopStatus = connection.onStatus(tell);
  tell(connection.status);

  const readPeople = createFrameBatch(() => {
    page.people.update((before) =>
      indexPeople(
        presence.others().map((person) => ({
          clientId: person.clientId,
          user: person.user,
          cell: person.cell ?? null,
          editing: person.editing ?? null,
          typing: person.typing ?? false,
          drag: person.drag ?? null,
        })),
        before,
      ),
    );
  });
  const stopPeople = presence.onChange(() => readPeople.nextFrame());

  return {
    destroy() {
      stopStatus();
      stopPeople();
      readPeople.destroy();
      stopSession();
      connection.destroy().catch(() => {});
    },
  };
}

function saveStateOf(status: MapStatus): SaveState {
  switch (status.kind) {
    case 'connecting':
      return { kind: 'opening' };
    case 'saved':
    case 'saving':
    case 'waiting':
      return { kind: status.kind };
    case 'sending':
      return { kind: 'sending', bytes: status.bytes };
    case 'offline':
      return { kind: 'offline', unsaved: status.unsaved };
    case 'refused':
      return { kind: 'stopped', reason: reasonOf(status.code) };
  }
}

const neverAgain: readonly StopReason[] = ['forbidden', 'notFound', 'newEpoch', 'tooLarge', 'noNewWriters'];

function reasonOf(code: number): StopReason {
  switch (code) {
    case CloseCode.SignIn:
      return 'signIn';
    case CloseCode.Forbidden:
      return 'forbidden';
    case CloseCode.NotFound:
      return 'notFound';
    case CloseCode.EpochChanged:
      return 'newEpoch';
    case CloseCode.TooLarge:
      return 'tooLarge';
    case CloseCode.NoNewWriters:
      return 'noNewWriters';
    case CloseCode.ClientTooOld:
      return 'tooOld';
    default:
      return 'other';
  }
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** 96 random bits, safe in addresses and attribute selectors. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 63]).join('');
}
