import { openMap, schemaVersion } from '@jejak/journey-model';
import { CloseCode } from '@jejak/protocol';
import { connectMap, indexedDbStore, type MapConnection, type MapStatus } from '@jejak/sync-client';
import { indexPeople, notBackYet } from '../presence/people.ts';
import { createFrameBatch } from './createFrameBatch.ts';
import type { Person, SaveState, StopReason } from './LiveSession.ts';
import type { MapPage, MapRights } from './MapPage.ts';
import { type OpenSession, openSession } from './openSession.ts';

/** So long others are shown where they were when a map is begun anew: they come back one by one. */
const comeBackMsMax = 5_000;

/** Connects a page to its live documents: from then on the page shows them instead of the server's first answer. */
export function openLive(page: MapPage): { destroy(): void } {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  let connection = connectMap({
    url: `${scheme}://${window.location.host}/sync`,
    mapId: page.mapId,
    format: schemaVersion,
    presence: { locale: page.ui.get().contentLocale },
    openStore: indexedDbStore(page.viewerId),
  });
  let open: OpenSession | null = null;

  const begin = () => {
    if (open || openMap(connection.docs).meta.size === 0) return;
    open = openSession(page, connection);
    page.live.set(open.session);
  };

  const tell = (status: MapStatus) => {
    if (status.kind !== 'connecting') begin();
    if (status.kind === 'saved') {
      open?.saved();
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
    if (connection.renewing) readPeople.nextFrame();
  };
  const tellRights = (next: MapRights) =>
    page.rights.update((now) =>
      now.editContent === next.editContent && now.editStructure === next.editStructure ? now : next,
    );

  let comingBack: readonly Person[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const readPeople = createFrameBatch(() => {
    // Nobody has left because the map is begun anew.
    if (connection.renewing && connection.status.kind === 'saving') return;
    const here = peopleOf(connection);
    page.people.update((before) => indexPeople([...here, ...notBackYet(comingBack, here)], before));
  });

  const follow = () => {
    const stops = [
      connection.onStatus(tell),
      connection.presence.onChange(() => readPeople.nextFrame()),
      connection.onRenewed(changeTo),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
  const changeTo = (next: MapConnection) => {
    stopFollowing();
    const former = connection;
    connection = next;
    open?.moveTo(next);
    stopFollowing = follow();
    comingBack = page.people.get().all;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      comingBack = [];
      readPeople.nextFrame();
    }, comeBackMsMax);
    readPeople.nextFrame();
    tell(next.status);
    former.destroy().catch(() => {});
  };
  let stopFollowing = follow();
  tell(connection.status);

  return {
    destroy() {
      stopFollowing();
      clearTimeout(waiting);
      readPeople.destroy();
      open?.destroy();
      connection.destroy().catch(() => {});
    },
  };
}

function peopleOf({ presence }: MapConnection): readonly Person[] {
  return presence.others().map((person) => ({
    clientId: person.clientId,
    user: person.user,
    cell: person.cell ?? null,
    editing: person.editing ?? null,
    typing: person.typing ?? false,
    drag: person.drag ?? null,
  }));
}

function saveStateOf(status: MapStatus): SaveState {
  switch (status.kind) {
    case 'connecting':
      return { kind: 'opening' };
    case 'refused':
      return { kind: 'stopped', reason: reasonOf[status.code] ?? 'other' };
    default:
      return status;
  }
}

const neverAgain: readonly StopReason[] = ['forbidden', 'notFound', 'newEpoch', 'tooLarge'];

const reasonOf: Readonly<Record<number, StopReason>> = {
  [CloseCode.SignIn]: 'signIn',
  [CloseCode.Forbidden]: 'forbidden',
  [CloseCode.NotFound]: 'notFound',
  [CloseCode.EpochChanged]: 'newEpoch',
  [CloseCode.TooLarge]: 'tooLarge',
  [CloseCode.ClientTooOld]: 'tooOld',
};
