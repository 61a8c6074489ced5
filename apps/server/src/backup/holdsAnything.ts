import type { Db } from 'mongodb';
import { notBackedUp } from './backupFormat.ts';

/** The collections that are ours to read and fill. */
export async function collectionsOf(db: Db): Promise<readonly string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

/** Whether a database holds anything that a backup would. */
export async function holdsAnything(db: Db): Promise<boolean> {
  for (const name of await collectionsOf(db)) {
    if (notBackedUp.has(name)) continue;
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return true;
  }
  return false;
}
