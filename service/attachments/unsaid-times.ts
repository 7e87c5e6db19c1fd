import { toMonotonic, type Clock } from '../clock.js';
import type { Attachment } from '../backend/attachments.js';

/**
 * For how long files have been unsaid. What is stored is wall time; each file's age counts by monotonic time from when it
 * is seen first, so that no jump of the wall clock removes a file that its sender is about to say.
 */
export class UnsaidTimes {
  readonly #clock: Clock;
  /** By attachment, the monotonic time of its upload. */
  readonly #since = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A file has been uploaded. */
  begin(attachmentId: string): void {
    this.#since.set(attachmentId, this.#clock.monotonic());
  }

  /** Milliseconds since the upload. */
  ageOf({ attachmentId, uploadedAt }: Pick<Attachment, 'attachmentId' | 'uploadedAt'>): number {
    const now = this.#clock.monotonic();
    const since = this.#since.get(attachmentId) ?? Math.min(now, toMonotonic(this.#clock, uploadedAt));
    this.#since.set(attachmentId, since);
    return now - since;
  }

  /** Forgets every other file: it was said, or removed. One that is uploaded meanwhile is noted again. */
  keepOnly(attachments: readonly Pick<Attachment, 'attachmentId'>[]): void {
    const kept = new Set(attachments.map(({ attachmentId }) => attachmentId));
    for (const id of this.#since.keys()) if (!kept.has(id)) this.#since.delete(id);
  }
}
