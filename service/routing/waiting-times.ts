import { limits } from '../../shared/limits.js';
import { toMonotonic, type Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { WaitingContact } from './match.js';

/**
 * Stored wall times and their monotonic times in turn: most contacts have one, for which a map would take 200 bytes.
 */
type Translated = readonly number[];

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
    const next: number[] = [];
    const translate = (wall: number, within?: number) =>
      next.push(wall, timeOf(known, wall) ?? toMonotonic(this.#clock, wall, { within, fixedAt }));
    if (queue) translate(queue.since);
    if (queue?.firstSince !== undefined) translate(queue.firstSince);
    for (const until of Object.values(passedOver)) translate(until, limits.declined);
    this.#known.set(contactId, next);
  }

  /** When this contact started to wait, in monotonic milliseconds. */
  since({ contactId, queue }: ContactSummary): number {
    return timeOf(this.#known.get(contactId), queue!.since)!;
  }

  /** The contact for matching, with all times in monotonic milliseconds. */
  of({ contactId, queue, passedOver }: ContactSummary): WaitingContact {
    const known = this.#known.get(contactId);
    const { queueId, since, firstSince, agentId } = queue!;
    const untils = Object.entries(passedOver).map(([agentId, until]) => [agentId, timeOf(known, until)!]);
    return {
      contactId,
      queueId,
      since: timeOf(known, since)!,
      ...(firstSince !== undefined && { firstSince: timeOf(known, firstSince)! }),
      ...(agentId !== undefined && { agentId }),
      passedOver: Object.fromEntries(untils) as Record<string, number>,
    };
  }

  forget(contactId: string): void {
    this.#known.delete(contactId);
  }
}

/** The monotonic time of a wall time; undefined if it is not known. */
function timeOf(known: Translated | undefined, wall: number): number | undefined {
  for (let index = 0; known && index < known.length; index += 2)
    if (known[index] === wall) return known[index + 1];
  return undefined;
}
