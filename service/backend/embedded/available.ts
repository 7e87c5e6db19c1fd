import { ServiceError } from '../../errors.js';

/**
 * What a store can't do at the moment (the disk is full, the database is opened again after a failure) may work a little
 * later: that is what everyone hears of it.
 */
export async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
  }
}
