import * as Y from 'yjs';
import { askForWork, type UploadOutcome, uploadWork, type WorkPlace } from './uploadWork.ts';

/**
 * Brings what a document holds beyond the end of its life to the server, which repeats it in the present life. The same
 * once more changes nothing. Never rejects.
 *
 * @param place with the epoch of that life in `params`, asked for each request: a ticket can be used once
 * @param onTaken hears when the document was read: what is written after that is not in it
 */
export async function carryWork(
  place: Omit<WorkPlace, 'params'> & { readonly params: () => Promise<WorkPlace['params'] | null> },
  doc: Y.Doc,
  onTaken: () => void,
): Promise<UploadOutcome> {
  const params = await place.params();
  if (params === null) return { kind: 'later', waitMs: 0 };
  const end = await askForWork({ ...place, params }, {}, readEnd);
  if (end.kind !== 'end') return end;
  const again = await place.params();
  if (again === null) return { kind: 'later', waitMs: 0 };
  onTaken();
  const update = Y.encodeStateAsUpdate(doc, end.stateVector);
  return uploadWork({ ...place, params: again }, update);
}

interface EndOfLife {
  readonly kind: 'end';
  readonly stateVector: Uint8Array;
}

/** A page that a proxy puts in between is no state vector. */
async function readEnd(response: Response): Promise<EndOfLife | null> {
  if (response.headers.get('content-type') !== 'application/octet-stream') return null;
  const stateVector = new Uint8Array(await response.arrayBuffer());
  Y.decodeStateVector(stateVector);
  return { kind: 'end', stateVector };
}
