import { DatabaseError } from 'pg';
import { ServiceError } from '../../../errors.js';

/** What the server said in a failure, by its SQLSTATE; null if the connection failed instead. */
const stateOf = (error: unknown): string | null =>
  error instanceof DatabaseError && error.code !== undefined ? error.code : null;

/** A server that stops, starts, or only reads because another one took over: another connection may be better. */
const leaving = new Set(['57P01', '57P02', '57P03', '25006']);

/** Whether the connection is of no use any more. */
export function isConnectionLost(error: unknown): boolean {
  const state = stateOf(error);
  return state === null || state.startsWith('08') || leaving.has(state);
}

/** Whether the server undid a statement only because of another one at the same time. */
export const isCollision = (error: unknown): boolean => stateOf(error)?.startsWith('40') === true;

/** Whether it is unknown if the statement took effect: the connection ended before its answer came. */
export const isUnknown = (error: unknown): boolean => isConnectionLost(error) && stateOf(error) !== '25006';

/** Refused values and faulty statements: a mistake of this program, which waiting does not mend. */
const isMistake = (error: unknown): boolean => /^(?:22|23|42)/.test(stateOf(error) ?? '');

/** The same failure without the values of rows, which the server may put into it: a log has no texts of messages. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof DatabaseError) Object.assign(error, { detail: undefined, where: undefined });
  return error;
}

/** The error for callers: what may pass is `TEMPORARILY_UNAVAILABLE`. */
export function toServiceError(cause: unknown): unknown {
  if (cause instanceof ServiceError || isMistake(cause)) return cause;
  return new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
}
