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
import { createToldSummaries } from './told-summaries.js';
import type { ContactTopics, SummaryHint } from './topics.js';

/** A summary that is new or was told again. */
export interface SummaryNews {
  summary: ContactSummary;
  /** The entries that changed it; none where they were missed. */
  entries: readonly Entry[];
  /** Whether this process appended them: of several processes one acts upon an entry. */
  isOwn: boolean;
}

/** Tells this process of every contact's summaries, and each agent of what concerns the agent. */
export interface SummaryFeed {
  /** Calls `listener` for each summary from now on; returns the undo. Listeners are called in the order in which they came. */
  on(listener: (news: SummaryNews) => void): () => void;
  /** Calls `listener` with what happens to contacts that ring at, or belong to, this agent; returns the undo. */
  onAgent(agentId: string, listener: (news: AgentNews) => void): () => void;
}

/** The side of the feed that contacts write to. */
export interface SummarySource extends SummaryFeed {
  /** This process appended entries that changed a summary. */
  publish(hint: Omit<SummaryHint, 'from'>): void;
  /** Tells this process again where a contact stands. */
  repeat(summary: ContactSummary): void;
  /** Tells this process what is stored, if it has missed the hint. */
  catchUp(changed: ChangedContact): void;
  /** This process knows every active contact: from now on it takes the hints of other processes. */
  begin(): void;
}

export interface SummaryFeedOptions {
  bus: Bus<ContactTopics>;
  /** Whether other processes append, so that hints may come late or not at all. */
  isShared: boolean;
  /** Called when hints arrive from now on: those before may have been lost. */
  onLive?: () => void;
  onError: (error: unknown, contactId: string) => void;
}

export function createSummaryFeed({ bus, isShared, onLive, onError }: SummaryFeedOptions): SummarySource {
  const from = randomUUID();
  const listeners = new Set<(news: SummaryNews) => void>();
  const agents = new Map<string, Set<(news: AgentNews) => void>>();
  // In one process hints come in order and none is lost: nothing has to be remembered of them.
  const told = isShared ? createToldSummaries() : null;
  let isBegun = !isShared;

  bus.subscribe('summaries', 'all', { receive, live: () => onLive?.() });

  function receive({ summary, lastSeq, entries, from: author }: SummaryHint): void {
    const { contactId } = summary;
    const isOwn = author === from;
    if (told?.isLate(contactId, lastSeq) || (!isOwn && !isBegun)) return;
    const before = told?.active(contactId);
    told?.note({ summary, lastSeq });
    tell({ summary, entries, isOwn });
    const news = entries.map((entry) => agentNewsOf(contactId, entry)).filter((each) => each !== null);
    news.forEach(tellAgent);
    // Hints before this one may have been lost.
    if (told) missedNews(news.reduce(agentFactsAfter, agentFactsOf(before)), summary).forEach(tellAgent);
  }

  function tell(news: SummaryNews): void {
    for (const listener of listeners) attempt(news.summary.contactId, () => listener(news));
  }

  function tellAgent({ agentId, news }: AddressedNews): void {
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
    repeat: (summary) => tell({ summary, entries: [], isOwn: true }),
    catchUp(changed) {
      const { summary, lastSeq } = changed;
      if (told?.isLate(summary.contactId, lastSeq)) return;
      const isKnown = told?.isTold(changed);
      const before = told?.active(summary.contactId);
      // Noted in any case: hints up to this number are late from now on.
      told?.note(changed);
      if (isKnown) return;
      tell({ summary, entries: [], isOwn: false });
      missedNews(agentFactsOf(before), summary).forEach(tellAgent);
    },
    begin: () => void (isBegun = true),
  };
}
