import type { Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Contacts } from '../contact/contacts.js';
import type { Workload } from './workload.js';

/** How contacts of a queue were answered lately. */
export interface RecentAnswers {
  /** The number of contacts, at most {@link rememberedAtMost}, and how many of them within a time. */
  answered: number;
  answeredWithin: (seconds: number) => number;
  /** The typical time for which one place in the line lasts, in milliseconds; null after too few contacts. */
  perPlace: number | null;
}

/**
 * How long the contacts of each queue waited for an agent, within the last hour. This process keeps it in memory, from
 * the summaries of all processes; after a start, it begins anew.
 */
export interface AnsweredWaits {
  of(queueId: string): RecentAnswers;
  close(): void;
}

/** A contact that an agent took. Times are in monotonic milliseconds. */
interface Answer {
  at: number;
  waited: number;
  /** Its position when it came into the queue. */
  place: number;
}

export const rememberedFor = 3_600_000;
export const rememberedAtMost = 200;
/** With fewer contacts, an estimate would be a guess. */
const estimatedFrom = 3;
/** An estimate uses the latest contacts, because the number of agents changes during a day. */
const estimatedFromLatest = 20;

interface Waiting {
  queueId: string;
  since: number;
  /** Its position when it came; null if it was in the queue before this process started. */
  place: number | null;
}

/** Create it after the router, whose workload it reads. */
export function createAnsweredWaits({
  workload,
  contacts,
  clock,
}: {
  workload: Pick<Workload, 'queued'>;
  contacts: Pick<Contacts, 'summaries'>;
  clock: Clock;
}): AnsweredWaits {
  const waiting = new Map<string, Waiting>();
  const answers = new Map<string, Answer[]>();

  const close = contacts.summaries.on(({ summary, entries }) => note(summary, entries.length > 0));

  function note({ contactId, queue, activeAgentIds, isLeftMessage }: ContactSummary, isNew: boolean): void {
    const known = waiting.get(contactId);
    if (queue) {
      if (known?.queueId === queue.queueId || isLeftMessage) return;
      const place = isNew ? workload.queued(queue.queueId).count : null;
      waiting.set(contactId, { queueId: queue.queueId, since: clock.monotonic(), place });
      return;
    }
    if (!known) return;
    waiting.delete(contactId);
    // Contacts whose customers gave up say nothing about how long others wait. Neither do waits of unknown length.
    if (activeAgentIds.length > 0 && known.place !== null) remember(known, known.place);
  }

  function remember({ queueId, since }: Waiting, place: number): void {
    const at = clock.monotonic();
    const all = [...recent(queueId, at), { at, waited: at - since, place }];
    answers.set(queueId, all.slice(-rememberedAtMost));
  }

  const recent = (queueId: string, now: number): Answer[] =>
    (answers.get(queueId) ?? []).filter(({ at }) => now - at < rememberedFor);

  return {
    of(queueId) {
      const all = recent(queueId, clock.monotonic());
      return {
        answered: all.length,
        answeredWithin: (seconds) => all.filter(({ waited }) => waited <= seconds * 1_000).length,
        perPlace: typicalWait(all.slice(-estimatedFromLatest)),
      };
    },
    close,
  };
}

/** The median of the waits, each divided by the places that it took: a single long wait changes little. */
function typicalWait(answers: readonly Answer[]): number | null {
  if (answers.length < estimatedFrom) return null;
  const waits = answers.map(({ waited, place }) => waited / Math.max(1, place)).sort((a, b) => a - b);
  return waits[Math.floor((waits.length - 1) / 2)]!;
}
