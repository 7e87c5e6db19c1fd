import { setTimeout } from 'node:timers/promises';
import { entryJson } from '../../../contact/entry-json.js';
import { ServiceError } from '../../../errors.js';
import type { Append } from '../../contact-log.js';
import { NotSent, type Database } from '../database/database.js';
import { isCollision, isUnknown } from '../database/failures.js';
import type { ProcessLease } from '../processes/lease.js';
import { valuesOf } from './append-group.js';
import { append, entriesAt } from './append-statement.js';

export interface GroupStoreOptions {
  database: Database;
  lease: ProcessLease;
  /** Called at each failure, also where the group is tried again. */
  onTrouble: (cause: unknown) => void;
  isClosed: () => boolean;
}

const firstWait = 20;
const lastWait = 500;
const collisionsAtMost = 10;

/**
 * Stores a group of appends in one transaction; resolves with the contacts whose appends are stored. Rejects if nothing of
 * it is stored, and nothing ever will be.
 *
 * Where the connection ends before the answer, it is not known whether the server stored the group, or still will. The
 * same statement is sent again then, for as long as it takes: an append that was stored conflicts with itself and is
 * recognised by its text, and one that was not is stored now, so that none is stored twice.
 */
export async function storeGroup(
  group: readonly Append[],
  { database, lease, onTrouble, isClosed }: GroupStoreOptions,
): Promise<Set<string>> {
  const values = valuesOf(group);
  let mayBeStored = false;
  let collisions = 0;
  for (let wait = firstWait; ; wait = Math.min(lastWait, wait * 2)) {
    const { id } = lease;
    if (!lease.isHeld && !mayBeStored) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
    try {
      const [row] = await database.once<{ held: boolean; stored: string[] }>(append, [id, ...values]);
      if (!row!.held) lease.noticeLoss(id);
      if (!row!.held && !mayBeStored) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
      const stored = new Set(row!.stored);
      const unsure = mayBeStored ? group.filter(({ contactId }) => !stored.has(contactId)) : [];
      for (const contactId of await storedBefore(database, unsure)) stored.add(contactId);
      // After the end of the lease the server takes no statement of before any more: what is there now is all.
      if (!row!.held && stored.size === 0) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
      return stored;
    } catch (error) {
      if (error instanceof ServiceError && error.cause === undefined) throw error;
      const isRepeated = isCollision(error) && (collisions += 1) <= collisionsAtMost;
      if (isUnknown(error) && !(error instanceof NotSent)) mayBeStored = true;
      if (!isRepeated) onTrouble(error);
      if (!isRepeated && (!mayBeStored || isClosed()))
        throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause: error });
      await setTimeout(wait);
    }
  }
}

/** Those of the appends whose first entry is stored, as an earlier attempt sent it. */
async function storedBefore(database: Database, appends: readonly Append[]): Promise<string[]> {
  if (appends.length === 0) return [];
  const rows = await database.query<{ contactId: string; entry: string }>(entriesAt, [
    appends.map(({ contactId }) => contactId),
    appends.map(({ expected }) => expected + 1),
  ]);
  const found = new Map(rows.map(({ contactId, entry }) => [contactId, entry]));
  return appends
    .filter(({ contactId, entries }) => found.get(contactId) === entryJson(entries[0]!))
    .map(({ contactId }) => contactId);
}
