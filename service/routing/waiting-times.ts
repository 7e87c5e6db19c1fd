import { limits } from '../../shared/limits.js';
import { toMonotonic, type Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { WaitingContact } from './match.js';

/** Monotonic times by stored wall time. */
type Translated = ReadonlyMap<number, number>;

/**
 * Translates the stored wall times of waiting contacts to monotonic time, each once, when it is first seen. So setting
 * the wall clock changes neither the order of the queue nor the end of a pause.
 */
export class WaitingTimes {
  readonly #clock: Clock;
  readonly #known = new Map<string, Translated>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes the latest summary of a waiting contact; `fixedAt` as in `toMonotonic`. */
  note({ contactId, queue, passedOver }: ContactSummary, fixedAt?: number): void {
    const known = this.#known.get(contactId);
    const next = new Map<number, number>();
    const translate = (wall: number, within?: number) =>
      next.set(wall, known?.get(wall) ?? toMonotonic(this.#clock, wall, { within, fixedAt }));
    if (queue) translate(queue.since);
    if (queue?.firstSince !== undefined) translate(queue.firstSince);
    for (const until of Object.values(passedOver)) translate(until, limits.declined);
    this.#known.set(contactId, next);
  }

  /** When this contact started to wait, in monotonic milliseconds. */
  since({ contactId, queue }: ContactSummary): number {
    return this.#known.get(contactId)!.get(queue!.since)!;
  }

  /** The contact for matching, with all times in monotonic milliseconds. */
  of({ contactId, queue, passedOver }: ContactSummary): WaitingContact {
    const known = this.#known.get(contactId)!;
    const { queueId, since, firstSince, agentId } = queue!;
    const untils = Object.entries(passedOver).map(([agentId, until]) => [agentId, known.get(until)!]);
    return {
      contactId,
      queueId,
      since: known.get(since)!,
      ...(firstSince !== undefined && { firstSince: known.get(firstSince)! }),
      ...(agentId !== undefined && { agentId }),
      passedOver: Object.fromEntries(untils) as Record<string, number>,
    };
  }

  forget(contactId: string): void {
    this.#known.delete(contactId);
  }
}
