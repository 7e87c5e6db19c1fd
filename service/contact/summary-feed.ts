import { randomUUID } from 'node:crypto';
import type { Bus } from '../backend/bus.js';
import type { ChangedContact } from '../backend/changes.js';
import type { ContactSummary } from './contact-summary.js';
import type { Entry } from './entry.js';
import {
  agentFactsAfter,
  agentFactsOf,
  agentNewsOf,
  missedNews,
  type AddressedNews,
  type AgentNews,
} from './news.js';
import { createSeenSummaries } from './seen-summaries.js';
import type { ContactTopics, SummaryHint } from './topics.js';

/** A summary that is new or repeated. */
export interface SummaryNews {
  summary: ContactSummary;
  /** The entries that changed it; empty if they were missed. */
  entries: readonly Entry[];
  /** Whether this process appended them. Of several processes, only one acts on an entry. */
  isOwn: boolean;
}

/** Gives this process the summaries of all contacts, and each agent the news about their contacts. */
export interface SummaryFeed {
  /**
   * Calls `listener` for each new summary. Returns the undo. Listeners are called in the order in which they were
   * added.
   */
  on(listener: (news: SummaryNews) => void): () => void;
  /** Calls `listener` with the news for this agent. Returns the undo. */
  onAgent(agentId: string, listener: (news: AgentNews) => void): () => void;
}

/** The writing side of the feed. */
export interface SummarySource extends SummaryFeed {
  /** This process appended entries that changed a summary. */
  publish(hint: Omit<SummaryHint, 'from'>): void;
  /** Gives the listeners of this process the current summary again. */
  repeat(summary: ContactSummary): void;
  /** Gives the listeners of this process a stored summary, if its hint was missed. */
  catchUp(changed: ChangedContact): void;
  /** This process knows every active contact: from now on it accepts the hints of other processes. */
  begin(): void;
}

export interface SummaryFeedOptions {
  bus: Bus<ContactTopics>;
  /** Whether other processes append, so that hints may be late or lost. */
  isShared: boolean;
  /** Called when hints begin to arrive. Earlier ones may have been lost. */
  onLive?: () => void;
  onError: (error: unknown, contactId: string) => void;
}

export function createSummaryFeed({ bus, isShared, onLive, onError }: SummaryFeedOptions): SummarySource {
  const from = randomUUID();
  const listeners = new Set<(news: SummaryNews) => void>();
  const agents = new Map<string, Set<(news: AgentNews) => void>>();
  // In a single process, hints arrive in order and none is lost, so nothing needs to be remembered.
  const seen = isShared ? createSeenSummaries() : null;
  let isBegun = !isShared;

  bus.subscribe('summaries', 'all', { receive, live: () => onLive?.() });

  function receive({ summary, lastSeq, entries, from: author }: SummaryHint): void {
    const { contactId } = summary;
    const isOwn = author === from;
    if (seen?.isLate(contactId, lastSeq) || (!isOwn && !isBegun)) return;
    const before = seen?.active(contactId);
    seen?.note({ summary, lastSeq });
    notify({ summary, entries, isOwn });
    const news = entries.map((entry) => agentNewsOf(contactId, entry)).filter((each) => each !== null);
    news.forEach(notifyAgent);
    // Earlier hints may have been lost.
    if (seen) missedNews(news.reduce(agentFactsAfter, agentFactsOf(before)), summary).forEach(notifyAgent);
  }

  function notify(news: SummaryNews): void {
    for (const listener of listeners) attempt(news.summary.contactId, () => listener(news));
  }

  function notifyAgent({ agentId, news }: AddressedNews): void {
    for (const listener of agents.get(agentId) ?? []) attempt(news.contactId, () => listener(news));
  }

  function attempt(contactId: string, call: () => void): void {
    try {
      call();
    } catch (error) {
      onError(error, contactId);
    }
  }

  return {
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onAgent(agentId, listener) {
      const own = agents.get(agentId) ?? new Set();
      agents.set(agentId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && agents.get(agentId) === own) agents.delete(agentId);
      };
    },
    publish: (hint) => bus.publish('summaries', 'all', { ...hint, from }),
    repeat: (summary) => notify({ summary, entries: [], isOwn: true }),
    catchUp(changed) {
      const { summary, lastSeq } = changed;
      if (seen?.isLate(summary.contactId, lastSeq)) return;
      const isKnown = seen?.isSeen(changed);
      const before = seen?.active(summary.contactId);
      // In any case: from now on, hints up to this number are late.
      seen?.note(changed);
      if (isKnown) return;
      notify({ summary, entries: [], isOwn: false });
      missedNews(agentFactsOf(before), summary).forEach(notifyAgent);
    },
    begin: () => void (isBegun = true),
  };
}
