import { setTimeout } from 'node:timers/promises';
import type { Database, Run } from '../database/database.js';
import { statement } from '../database/statement.js';
import { leaseLasts } from '../processes/lease.js';

/** Of those who move, and those who begin to serve, one at a time. */
const lock = statement(
  'moves_lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('connect_chat move', 0))`,
);
const current = statement('move', `SELECT source, is_done AS "isDone" FROM connect_chat.moves`);
const begin = statement(
  'move_begin',
  `INSERT INTO connect_chat.moves (source) VALUES ($1)
   ON CONFLICT (only_row) DO UPDATE SET is_done = false`,
);
const takeEpoch = statement('move_epoch', 'UPDATE connect_chat.installation SET epoch = $1');
const end = statement('move_end', 'UPDATE connect_chat.moves SET is_done = true');
const forget = statement('move_forget', 'DELETE FROM connect_chat.moves');
/** The first start after the move sets them again, by the times that are stored with the contacts. */
const forgetTimers = statement('move_timers', 'DELETE FROM connect_chat.timers');
const isUsed = statement(
  'move_is_used',
  `SELECT EXISTS (SELECT FROM connect_chat.documents) OR EXISTS (SELECT FROM connect_chat.entries) AS used`,
);
const living = statement(
  'move_living',
  `SELECT count(*)::int AS count FROM connect_chat.processes WHERE renewed_at >= connect_chat.now_ms() - ${leaseLasts}`,
);

interface Move {
  source: string;
  isDone: boolean;
}

/** An installation that is moved into a database. */
export interface MovedFrom {
  /** What tells it apart from others. */
  source: string;
  /** See `Backend.epoch`: clients continue by their numbers. */
  epoch: string;
}

/**
 * Begins a move into this database, or continues one of the same installation. Rejects with a sentence if the database
 * belongs to another installation, or is served.
 */
export async function beginMove(database: Database, from: MovedFrom): Promise<void> {
  let refusal = await tryToBegin(database, from);
  if (refusal === isServed) {
    // It may be the lease of a move that was killed a moment ago. A process that runs renews its own meanwhile.
    await setTimeout(leaseLasts + 500);
    refusal = await tryToBegin(database, from);
  }
  if (refusal !== null) throw new Error(refusal);
}

/** Returns why the move can't begin; null if it has begun. */
const tryToBegin = (database: Database, { source, epoch }: MovedFrom): Promise<string | null> =>
  database.transaction(async (run) => {
    await run(lock);
    const reason = await refusalOf(run, source);
    if (reason !== null) return reason;
    await run(begin, [source]);
    await run(takeEpoch, [epoch]);
    return null;
  });

const isServed = 'The database is served by a running process: stop it first.';

/** Why this installation can't be moved here; null if it can. A transaction that throws is a failure of the database. */
async function refusalOf(run: Run, source: string): Promise<string | null> {
  const [{ count }] = (await run<{ count: number }>(living)) as [{ count: number }];
  if (count > 0) return isServed;
  const [known] = await run<Move>(current);
  if (known?.source === source) return null;
  if (known) return 'The database holds an unfinished or unserved move of another installation.';
  const [{ used }] = (await run<{ used: boolean }>(isUsed)) as [{ used: boolean }];
  return used
    ? 'The database belongs to an installation already: a process has served it. Move into an empty database.'
    : null;
}

/** Everything was copied. */
export function endMove(database: Database): Promise<void> {
  return database.transaction(async (run) => {
    await run(forgetTimers);
    await run(end);
  });
}

/** A process is about to serve: from now on this is where the installation lives. Rejects if a move into it has not ended. */
export async function beServed(database: Database): Promise<void> {
  const isUnfinished = await database.transaction(async (run) => {
    await run(lock);
    const [known] = await run<Move>(current);
    if (known?.isDone) await run(forget);
    return known?.isDone === false;
  });
  if (isUnfinished)
    throw new Error(
      'The database that DATABASE_URL names holds an unfinished move: repeat "connect-chat move", which continues it.',
    );
}
