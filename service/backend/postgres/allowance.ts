import type { Allowance, OpenAllowance } from '../allowance.js';
import type { Database } from './database/database.js';
import { statement } from './database/statement.js';
import { hashedKey } from './hashed-key.js';

/** $3 how much later the key has its whole amount because of this, $4 the period. No row where it is not enough. */
const take = statement(
  'take_allowance',
  `INSERT INTO connect_chat.allowances AS a (name, key, whole_at)
   SELECT $1, $2, connect_chat.now_ms() + $3::double precision WHERE $3::double precision <= $4::double precision
   ON CONFLICT (name, key) DO UPDATE SET whole_at = greatest(connect_chat.now_ms(), a.whole_at) + $3::double precision
   WHERE greatest(connect_chat.now_ms(), a.whole_at) + $3::double precision <= connect_chat.now_ms() + $4::double precision
   RETURNING 1 AS taken`,
);
const ahead = statement(
  'allowance_ahead',
  `SELECT greatest(0, whole_at - connect_chat.now_ms()) AS ahead FROM connect_chat.allowances WHERE name = $1 AND key = $2`,
);
const dropWhole = statement(
  'drop_allowances',
  'DELETE FROM connect_chat.allowances WHERE whole_at <= connect_chat.now_ms()',
);
const dropSurplus = statement(
  'drop_surplus_allowances',
  `DELETE FROM connect_chat.allowances WHERE (name, key) IN (
     SELECT name, key FROM connect_chat.allowances ORDER BY whole_at DESC OFFSET $1)`,
);

/** Keys of all allowances that are remembered; beyond, those that are whole first start anew. Some 100 MB. */
const keysAtMost = 1_000_000;

const unlimited: Allowance = { take: () => Promise.resolve(0) };

/** Allowances counted in the database, by its clock. */
export const createAllowances =
  (database: Database): OpenAllowance =>
  ({ name, amount, period }) => {
    if (amount === null) return unlimited;
    return {
      async take(key, cost = 1) {
        const later = (cost * period) / amount;
        const hashed = hashedKey(key);
        const taken = await database.query(take, [name, hashed, later, period]);
        if (taken.length > 0) return 0;
        const [row] = await database.query<{ ahead: number }>(ahead, [name, hashed]);
        return Math.max(1, (row?.ahead ?? 0) + later - period);
      },
    };
  };

/** Removes what need not be remembered, and bounds the rest. */
export async function tidyAllowances(database: Database): Promise<void> {
  await database.query(dropWhole);
  await database.query(dropSurplus, [keysAtMost]);
}
