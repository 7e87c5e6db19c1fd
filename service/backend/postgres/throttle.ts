import { throttleTimes, type Throttle, type ThrottledAttempt, type ThrottleKey } from '../throttle.js';
import type { Database, Run } from './database/database.js';
import { statement } from './database/statement.js';
import { hashedKey } from './hashed-key.js';

/** Keys of a kind that are remembered; beyond, the one that was used least recently is forgotten. */
const keysAtMost = 10_000;
const { firstWait, longestWait, forgottenAfter } = throttleTimes;

/** The failures of a key. Times are milliseconds by the clock of the database. */
interface Failures {
  kind: string;
  key: string;
  count: number;
  /** When the first of them was, advanced by each one that is forgotten. */
  since: number;
  /** Until when the next attempt has to wait. */
  until: number;
  now: number;
}

/** Makes rows of those that have none, so that there is something to lock; in order, so that two never wait for each other. */
const make = statement(
  'make_failures',
  `INSERT INTO connect_chat.failures (kind, key, count, since, until, used_at)
   SELECT kind, key, 0, connect_chat.now_ms(), 0, connect_chat.now_ms()
   FROM unnest($1::text[], $2::text[]) AS g (kind, key) ORDER BY kind, key ON CONFLICT DO NOTHING`,
);
const lock = statement(
  'lock_failures',
  `SELECT f.kind, f.key, f.count, f.since, f.until, connect_chat.now_ms() AS now
   FROM connect_chat.failures AS f JOIN unnest($1::text[], $2::text[]) AS g (kind, key) USING (kind, key)
   ORDER BY kind, key FOR UPDATE OF f`,
);
const store = statement(
  'store_failures',
  `UPDATE connect_chat.failures AS f SET count = g.count, since = g.since, until = g.until, used_at = connect_chat.now_ms()
   FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[], $5::bigint[]) AS g (kind, key, count, since, until)
   WHERE f.kind = g.kind AND f.key = g.key`,
);
const forget = statement(
  'forget_failures',
  `DELETE FROM connect_chat.failures AS f USING unnest($1::text[], $2::text[]) AS g (kind, key)
   WHERE f.kind = g.kind AND f.key = g.key`,
);
const dropOld = statement(
  'drop_failures',
  `DELETE FROM connect_chat.failures
   WHERE count * $1::bigint <= connect_chat.now_ms() - since AND until <= connect_chat.now_ms()`,
);
const dropSurplus = statement(
  'drop_surplus_failures',
  `DELETE FROM connect_chat.failures WHERE (kind, key) IN (
     SELECT kind, key FROM (
       SELECT kind, key, row_number() OVER (PARTITION BY kind ORDER BY used_at DESC) AS place FROM connect_chat.failures
     ) AS placed WHERE place > $1)`,
);

/** Counts failures in the database, by its clock. */
export function createThrottle(database: Database): Throttle {
  /** Runs `change` on the failures of these keys, while nobody else changes them. */
  const locked = <Result>(
    keys: readonly ThrottleKey[],
    change: (found: { key: ThrottleKey; failures: Failures }[], run: Run) => Promise<Result>,
  ): Promise<Result> =>
    database.transaction(async (run) => {
      const [kinds, hashed] = columnsOf(keys);
      await run(make, [kinds, hashed]);
      const rows = await run<Failures>(lock, [kinds, hashed]);
      const found = keys.map((key, index) => {
        const row = rows.find((each) => each.kind === key.kind && each.key === hashed[index]);
        return { key, failures: row ? remembered(row) : none(key, hashed[index]!) };
      });
      return change(found, run);
    });

  return {
    attempt: (keys) =>
      locked(keys, async (found, run): Promise<ThrottledAttempt> => {
        const wait = Math.max(0, ...found.map(({ failures: { until, now } }) => until - now));
        const failures = found.reduce((sum, each) => sum + each.failures.count, 0);
        if (wait <= 0)
          await run(store, rowsOf(found.map(({ key, failures: before }) => counted(key, before))));
        return { wait, failures };
      }),
    uncount: (keys) =>
      locked(keys, async (found, run) => {
        await run(store, rowsOf(found.map(({ key, failures }) => uncounted(key, failures))));
      }),
    async forget(keys) {
      await database.query(forget, columnsOf(keys));
    },
  };
}

/** Removes what is forgotten, and bounds the rest. */
export async function tidyFailures(database: Database): Promise<void> {
  await database.query(dropOld, [forgottenAfter]);
  await database.query(dropSurplus, [keysAtMost]);
}

const columnsOf = (keys: readonly ThrottleKey[]): [string[], string[]] => [
  keys.map(({ kind }) => kind),
  keys.map(({ key }) => hashedKey(key)),
];

/** A row that was forgotten between two statements. */
const none = ({ kind }: ThrottleKey, key: string): Failures => ({
  kind,
  key,
  count: 0,
  since: 0,
  until: 0,
  now: 0,
});

/** What is still remembered. */
function remembered(stored: Failures): Failures {
  const forgotten = Math.max(0, Math.floor((stored.now - stored.since) / forgottenAfter));
  return {
    ...stored,
    count: Math.max(0, stored.count - forgotten),
    since: stored.since + forgotten * forgottenAfter,
  };
}

function counted({ free }: ThrottleKey, before: Failures): Failures {
  const { now } = before;
  const count = before.count + 1;
  const wait = count <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (count - free - 1));
  return { ...before, count, since: before.count === 0 ? now : before.since, until: now + wait };
}

function uncounted({ free }: ThrottleKey, before: Failures): Failures {
  const count = Math.max(0, before.count - 1);
  return { ...before, count, until: count <= free ? 0 : before.until };
}

const rowsOf = (changed: readonly Failures[]): unknown[] => [
  changed.map(({ kind }) => kind),
  changed.map(({ key }) => key),
  changed.map(({ count }) => count),
  changed.map(({ since }) => since),
  changed.map(({ until }) => until),
];
