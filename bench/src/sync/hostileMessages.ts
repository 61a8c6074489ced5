import { syncLimits, updateLimits } from '@jejak/protocol';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const sync = (kind: number, body: Uint8Array): Uint8Array =>
  encoding.encode((to) => {
    encoding.writeVarUint(to, 0);
    encoding.writeVarUint(to, kind);
    encoding.writeVarUint8Array(to, body);
  });

/** An update whose structs cannot be joined. */
export function manyStructs(count: number): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < count; n++) doc.getMap('emotionScores').set(`${doc.clientID}.${n}`, n);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Questions that name as many clients as a state vector may. */
function largeQuestion(): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, updateLimits.stateVectorEntries);
    for (let client = 0; client < updateLimits.stateVectorEntries; client++) {
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, 1);
    }
  });
}

function largePresence(): Uint8Array {
  const state = JSON.stringify({ selection: [], unknown: 'x'.repeat(syncLimits.awarenessBytesMax - 64) });
  const entry = encoding.encode((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint(to, new Y.Doc().clientID);
    encoding.writeVarUint(to, 1);
    encoding.writeVarString(to, state);
  });
  return encoding.encode((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint8Array(to, entry);
  });
}

/**
 * What costs a server much and is refused, or answered, without being an offence: whoever offends is gone after two of
 * them, and then nothing is measured any more.
 */
export function hostileMessages(): readonly Uint8Array[] {
  return [
    sync(2, manyStructs(updateLimits.live.walk.structs + 1)),
    sync(1, manyStructs(updateLimits.state.walk.structs + 1)),
    sync(0, largeQuestion()),
    largePresence(),
    sync(2, new Uint8Array(syncLimits.liveUpdateBytesMax + 1)),
  ];
}
