import type { Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Contacts } from '../contact/contacts.js';
import type { Workload } from './workload.js';

/** Where a contact waits: 1 is the next to be offered to an agent, of `size`. */
export interface QueuePosition {
  position: number;
  size: number;
}

/** Told where a contact waits; null once it waits no longer. */
export type QueueListener = (place: QueuePosition | null) => void;

/** Tells customers where they wait. Derived from routing's workload, and never logged. */
export interface QueuePlaces {
  /** Tells where this contact waits, soon and at each change. Returns the undo. */
  follow(contactId: string, listener: QueueListener): () => void;
  close(): void;
}

export interface QueuePlacesOptions {
  workload: Pick<Workload, 'line'>;
  contacts: Pick<Contacts, 'summaries'>;
  clock: Clock;
}

/** Milliseconds between two times that one queue is put in order and its customers are told. */
export const toldEvery = 3_000;

/**
 * One queue is put in order at most every {@link toldEvery} milliseconds, for all of its customers at once, however often
 * it changes meanwhile. Subscribes after the router, whose workload it reads.
 */
export function createQueuePlaces({ workload, contacts, clock }: QueuePlacesOptions): QueuePlaces {
  /** The queue of each contact that waits. */
  const queues = new Map<string, string>();
  /** Where each of them waits, as far as it was told. */
  const places = new Map<string, QueuePosition>();
  const followed = new Map<string, Set<QueueListener>>();
  /** The queues that were told of lately, and whether they have changed since. */
  const told = new Map<string, { isChanged: boolean; undo: () => void }>();

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
      for (const { undo } of told.values()) undo();
    },
  };

  function note(summary: ContactSummary): void {
    const { contactId } = summary;
    const before = queues.get(contactId);
    const now = waitsIn(summary);
    if (now === before) return;
    if (now === undefined) queues.delete(contactId);
    else queues.set(contactId, now);
    if (now === undefined) tell(contactId, null);
    change(before);
    change(now);
  }

  /** A queue has changed: it is told of now, or once its pause is over. */
  function change(queueId: string | undefined): void {
    if (queueId === undefined) return;
    const pause = told.get(queueId);
    if (pause) pause.isChanged = true;
    // Not at once: the changes of one moment are told together.
    else told.set(queueId, { isChanged: false, undo: clock.later(0, () => tellQueue(queueId)) });
  }

  function tellQueue(queueId: string): void {
    const undo = clock.later(toldEvery, () => {
      const { isChanged } = told.get(queueId)!;
      if (isChanged) tellQueue(queueId);
      else told.delete(queueId);
    });
    told.set(queueId, { isChanged: false, undo });
    const line = workload.line(queueId);
    line.forEach((contactId, index) => {
      if (queues.has(contactId)) tell(contactId, { position: index + 1, size: line.length });
    });
  }

  function tell(contactId: string, place: QueuePosition | null): void {
    const before = places.get(contactId);
    if (before?.position === place?.position && before?.size === place?.size) return;
    if (place) places.set(contactId, place);
    else places.delete(contactId);
    followed.get(contactId)?.forEach((listener) => listener(place));
  }
}

/** The queue in which a customer waits; undefined where they do not, have only left a message, or are gone. */
const waitsIn = ({ queue, isLeftMessage, customerGone }: ContactSummary): string | undefined =>
  isLeftMessage || customerGone?.isSilent ? undefined : queue?.queueId;
