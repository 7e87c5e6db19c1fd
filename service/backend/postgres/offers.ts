import { randomUUID } from 'node:crypto';
import type { Offers, Reserved } from '../offers.js';
import { ServiceError } from '../../errors.js';
import type { Database } from './database/database.js';
import { statement } from './database/statement.js';
import type { ProcessLease } from './processes/lease.js';
import { Releases } from './processes/releases.js';

const reserve = statement('reserve', 'SELECT connect_chat.reserve($1, $2, $3, $4, $5, $6) AS taken');
const release = statement(
  'release_reservations',
  'DELETE FROM connect_chat.reservations WHERE reservation_id = ANY ($1::uuid[])',
);

/** Reservations in a table: they go with their process's lease. */
export function createOffers({
  database,
  lease,
}: {
  database: Database;
  lease: ProcessLease;
}): Offers & { beat(): Promise<void> } {
  const releases = new Releases(database, release);
  let reserved = 0;
  // An offer that was begun before the loss must fail at its append: only then does the process come back.
  lease.onLoss({ lost: () => undefined, isUnsettled: () => reserved > 0 });

  return {
    async reserve({ contactId, agentId, maxChats, load }): Promise<Reserved> {
      if (!lease.isHeld) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
      reserved += 1;
      const id = randomUUID();
      let isReleased = false;
      const end = (isTaken: boolean): void => {
        if (isReleased) return;
        isReleased = true;
        reserved -= 1;
        if (isTaken) releases.add(id);
      };
      try {
        await releases.done();
        const [row] = await database.query<{ taken: 'contact' | 'agent' | null }>(reserve, [
          ...[lease.id, id, contactId, agentId, maxChats, load],
        ]);
        if (row!.taken === null) return { reservation: { release: () => end(true) } };
        end(false);
        return { taken: row!.taken };
      } catch (error) {
        // It may have been reserved all the same.
        end(true);
        throw error;
      }
    },
    beat: () => releases.retry(),
  };
}
