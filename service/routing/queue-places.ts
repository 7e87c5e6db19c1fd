import type { Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Contacts } from '../contact/contacts.js';
import type { AnsweredWaits } from './answered-waits.js';
import type { Workload } from './workload.js';

/** A contact's position in its queue of `size` contacts; 1 is the next to be offered. */
export interface QueuePosition {
  position: number;
  size: number;
  /** How long it will probably wait, rounded up; left out after too few contacts, or if no agent is available. */
  waitMinutes?: number;
}

/** Called with the contact's position; null when it no longer waits. */
export type QueueListener = (place: QueuePosition | null) => void;

/** Tells customers their position. It is derived from the workload, and never logged. */
export interface QueuePlaces {
  /** Calls the listener with this contact's position, and with each change of it. Returns the undo. */
  follow(contactId: string, listener: QueueListener): () => void;
  close(): void;
}

export interface QueuePlacesOptions {
  workload: Pick<Workload, 'line'>;
  contacts: Pick<Contacts, 'summaries'>;
  answers: Pick<AnsweredWaits, 'of'>;
  /** Whether an agent of the queue is available, with room or not. */
  isStaffed: (queueId: string) => boolean;
  clock: Clock;
}

/** Milliseconds between two updates of the same queue. */
export const updateInterval = 3_000;

/**
 * Sorts each queue at most every {@link updateInterval} milliseconds, for all of its customers at once. Create it after
 * the router, whose workload it reads.
 */
export function createQueuePlaces(options: QueuePlacesOptions): QueuePlaces {
  const { workload, contacts, answers, isStaffed, clock } = options;
  /** The queue of each waiting contact. */
  const queues = new Map<string, string>();
  /** The position of each contact, as its listeners know it. */
  const places = new Map<string, QueuePosition>();
  const followed = new Map<string, Set<QueueListener>>();
  /** The queues that were updated recently, and whether they have changed since. */
  const recent = new Map<string, { isChanged: boolean; undo: () => void }>();

  const unsubscribe = contacts.summaries.on(({ summary }) => note(summary));

  return {
    follow(contactId, listener) {
      const listeners = followed.get(contactId) ?? new Set();
      followed.set(contactId, listeners.add(listener));
      const place = places.get(contactId);
      if (place) listener(place);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) followed.delete(contactId);
      };
    },
    close() {
      unsubscribe();
      for (const { undo } of recent.values()) undo();
    },
  };

  function note(summary: ContactSummary): void {
    const { contactId } = summary;
    const before = queues.get(contactId);
    const now = waitsIn(summary);
    if (now === before) return;
    if (now === undefined) queues.delete(contactId);
    else queues.set(contactId, now);
    if (now === undefined) notify(contactId, null);
    change(before);
    change(now);
  }

  /** A queue has changed: updates it now, or after its interval. */
  function change(queueId: string | undefined): void {
    if (queueId === undefined) return;
    const pause = recent.get(queueId);
    if (pause) pause.isChanged = true;
    // Deferred, so that simultaneous changes share an update.
    else recent.set(queueId, { isChanged: false, undo: clock.later(0, () => updateQueue(queueId)) });
  }

  function updateQueue(queueId: string): void {
    const undo = clock.later(updateInterval, () => {
      const { isChanged } = recent.get(queueId)!;
      if (isChanged) updateQueue(queueId);
      else recent.delete(queueId);
    });
    recent.set(queueId, { isChanged: false, undo });
    const line = workload.line(queueId);
    const perPlace = isStaffed(queueId) ? answers.of(queueId).perPlace : null;
    line.forEach((contactId, index) => {
      if (queues.has(contactId)) notify(contactId, placeOf(index + 1, line.length, perPlace));
    });
  }

  function notify(contactId: string, place: QueuePosition | null): void {
    const before = places.get(contactId);
    if (isSame(before, place)) return;
    if (place) places.set(contactId, place);
    else places.delete(contactId);
    followed.get(contactId)?.forEach((listener) => listener(place));
  }
}

const placeOf = (position: number, size: number, perPlace: number | null): QueuePosition => ({
  position,
  size,
  ...(perPlace !== null && { waitMinutes: Math.ceil((position * perPlace) / 60_000) }),
});

/** Another estimate alone is no news: it comes with the next change of the place. */
const isSame = (one: QueuePosition | undefined, other: QueuePosition | null): boolean =>
  one?.position === other?.position && one?.size === other?.size;

/** The queue in which a customer waits; undefined if they don't wait, left an offline message, or are gone. */
const waitsIn = ({ queue, isLeftMessage, customerGone }: ContactSummary): string | undefined =>
  isLeftMessage || customerGone?.isSilent ? undefined : queue?.queueId;
