import { toMonotonic, type Clock } from '../clock.js';
import type { Attachment } from '../backend/attachments.js';

/**
 * The ages of uploads that were not posted. The stored upload time is wall time. Each age counts in monotonic
 * time from when this process first sees the upload, so that a jump of the wall clock doesn't remove a file
 * that its sender is about to post.
 */
export class UploadAges {
  readonly #clock: Clock;
  /** The monotonic time of each upload, by attachment id. */
  readonly #since = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes a new upload. */
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

  /**
   * Forgets all other uploads: they were posted or removed. An upload that arrives meanwhile is noted again.
   */
  keepOnly(attachments: readonly Pick<Attachment, 'attachmentId'>[]): void {
    const kept = new Set(attachments.map(({ attachmentId }) => attachmentId));
    for (const id of this.#since.keys()) if (!kept.has(id)) this.#since.delete(id);
  }
}
