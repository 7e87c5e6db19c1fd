import { limits } from '../../shared/limits.js';
import { ServiceError } from '../errors.js';

/** Counts what is under way. */
export interface UploadSlots {
  /**
   * Runs an upload, which is told how many of its contact are under way with it. Rejects with TOO_MANY_UPLOADS where
   * its participant has as many as are allowed.
   */
  with<Result>(
    of: { contactId: string; participantId: string },
    upload: (underWay: number) => Promise<Result>,
  ): Promise<Result>;
}

export function createUploadSlots(): UploadSlots {
  const taken = new Map<string, number>();
  const add = (name: string, change: number): number => {
    const count = (taken.get(name) ?? 0) + change;
    if (count > 0) taken.set(name, count);
    else taken.delete(name);
    return count;
  };

  return {
    async with({ contactId, participantId }, upload) {
      const participant = `${contactId} ${participantId}`;
      if ((taken.get(participant) ?? 0) >= limits.uploads) throw new ServiceError('TOO_MANY_UPLOADS');
      add(participant, 1);
      try {
        return await upload(add(contactId, 1));
      } finally {
        add(participant, -1);
        add(contactId, -1);
      }
    },
  };
}
