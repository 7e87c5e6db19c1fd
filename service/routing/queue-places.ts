import type { Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Contacts } from '../contact/contacts.js';
import type { Workload } from './workload.js';

/** A contact's position in its queue, and the number of contacts in it at that moment; 1 is the next to be offered. */
export interface QueuePosition {
  position: number;
  size: number;
}

/** Shows a contact's position; null when it no longer waits. */
export interface QueueListener {
  queuePlace?(place: QueuePosition | null): void;
}

/** Tells customers their position. It is derived from the workload, and never logged. */
export interface QueuePlaces {
  /** Calls the listener with this contact's position, and with each change of it. */
  follow(contactId: string, listener: QueueListener): void;
  unfollow(contactId: string, listener: QueueListener): void;
  close(): void;
}

export interface QueuePlacesOptions {
  workload: Pick<Workload, 'line'>;
  contacts: Pick<Contacts, 'summaries'>;
  clock: Clock;
}

/** Milliseconds between two updates of the same queue. */
export const updateInterval = 3_000;

/**
 * Sorts each queue at most every {@link updateInterval} milliseconds, for all of its customers at once. Create it after
 * the router, whose workload it reads.
 */
export function createQueuePlaces({ workload, contacts, clock }: QueuePlacesOptions): QueuePlaces {
  /** The queue of each waiting contact. */
  const queues = new Map<string, string>();
  /** The position of each contact, as its listeners know it. */
  const places = new Map<string, QueuePosition>();
  /** The listeners of each contact. Most have one: a list for each would take 200 bytes. */
  const followed = new Map<string, QueueListener | readonly QueueListener[]>();
  /** The queues that were updated recently, and whether they have changed since. */
  const recent = new Map<string, { isChanged: boolean; undo: () => void }>();

  const unsubscribe = contacts.summaries.on(({ summary }) => note(summary));

  return {
    follow(contactId, listener) {
      const others = listenersOf(contactId);
      followed.set(contactId, others.length > 0 ? [...others, listener] : listener);
      const place = places.get(contactId);
      if (place) listener.queuePlace?.(place);
    },
    unfollow(contactId, listener) {
      const others = listenersOf(contactId).filter((each) => each !== listener);
      if (others.length > 0) followed.set(contactId, others);
      else followed.delete(contactId);
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
    line.forEach((contactId, index) => {
      if (queues.has(contactId)) notify(contactId, { position: index + 1, size: line.length });
    });
  }

  function notify(contactId: string, place: QueuePosition | null): void {
    // Not for each change of the size: in a long queue, every newcomer would cost a frame to all who wait.
    if (places.get(contactId)?.position === place?.position) return;
    if (place) places.set(contactId, place);
    else places.delete(contactId);
    for (const listener of listenersOf(contactId)) listener.queuePlace?.(place);
  }

  function listenersOf(contactId: string): readonly QueueListener[] {
    const known = followed.get(contactId);
    if (!known) return [];
    return isList(known) ? known : [known];
  }
}

const isList = (known: QueueListener | readonly QueueListener[]): known is readonly QueueListener[] =>
  Array.isArray(known);

/** The queue in which a customer waits; undefined if they don't wait, left an offline message, or are gone. */
const waitsIn = ({ queue, isLeftMessage, customerGone }: ContactSummary): string | undefined =>
  isLeftMessage || customerGone?.isSilent ? undefined : queue?.queueId;
