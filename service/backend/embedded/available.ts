import { ServiceError } from '../../errors.js';

/**
 * Converts temporary failures (a full disk, a database that is being reopened) to `TEMPORARILY_UNAVAILABLE`.
 */
export async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
  }
}
