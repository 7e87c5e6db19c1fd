import { ServiceError } from '../../errors.js';

interface Failure {
  code?: string;
  message: string;
}

/** LevelDB's reason for a failure; opening wraps it. */
const reasonOf = (error: unknown): Failure => ((error as Error).cause ?? error) as Failure;

/** Why a database was not opened, in a sentence that names its folder. */
export function openingFailure(folder: string, error: unknown): Error {
  const { code, message } = reasonOf(error);
  if (code === 'LEVEL_LOCKED') return new Error(`${folder} is in use by another process.`, { cause: error });
  if (code === 'LEVEL_CORRUPTION') return damaged(folder, message, error);
  return new Error(`${folder} cannot be opened: ${message}`, { cause: error });
}

export const damaged = (folder: string, what: string, cause?: unknown): Error =>
  new Error(`${folder} is damaged: ${what}. Restore it from a backup.`, { cause });

/**
 * Does what a database may fail at. What may work a little later is TEMPORARILY_UNAVAILABLE; damage is not, and its
 * error says where it is.
 */
export async function reading<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code, message } = reasonOf(cause);
    if (code === 'LEVEL_CORRUPTION') throw damaged(folder, message, cause);
    throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
  }
}
