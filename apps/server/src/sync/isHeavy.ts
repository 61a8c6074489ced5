import { heavyFrom } from '@jejak/protocol';
import { type WalkOptions, walkUpdate } from '@jejak/update-guard';

/** A struct takes at least so many bytes. */
const structBytesMin = 2;

/** Whether an update must be tried elsewhere before this thread touches it. What is refused at once is not. */
export function isHeavy(update: Uint8Array, walk: WalkOptions): boolean {
  if (update.byteLength > heavyFrom.bytes) return true;
  if (update.byteLength <= heavyFrom.structs * structBytesMin) return false;
  const walked = walkUpdate(update, walk);
  return walked.ok && walked.structCount > heavyFrom.structs;
}
