import type { Bus } from '../bus/bus.js';
import type { ContactLog } from '../store/contact-log.js';
import type { Entry, Speaker } from './entry.js';
import type { ContactTopics } from './news.js';

/** Whoever follows a contact. */
export interface Follower {
  /** Entries in order, each once. */
  entries(entries: Entry[], isLive: boolean): void;
  /** Everything that there was has been given; what follows is live. Called once. */
  caughtUp?(): void;
  typing?(who: Speaker): void;
  /** Null while more can be taken; else resolves when it can, and meanwhile nothing is held for the follower. */
  busy?(): Promise<void> | null;
  /** The log could not be read; nothing more will come. */
  failed(error: unknown): void;
}

interface Following {
  log: ContactLog;
  bus: Bus<ContactTopics>;
  contactId: string;
  after: number;
  follower: Follower;
  /** What is known to come after that number: need not be read again. */
  known?: readonly Entry[] | undefined;
}

/** Small enough that a reader of many contacts may have one page of each at hand. */
const pageSize = 64;

/**
 * Gives a follower everything after a number, then whatever comes. The bus only hints: entries that come with a gap, or
 * while the follower is busy, are read from the log, so a lost, doubled or early hint changes nothing.
 */
export function follow({ log, bus, contactId, after, follower, known }: Following): () => void {
  let cursor = after;
  let isReading = false;
  let isOver = false;
  let isCaughtUp = false;
  let hinted = after;
  let atHand = known?.[0]?.seq === after + 1 ? [...known] : null;

  const unsubscribe = bus.subscribe('contact', contactId, (news) => {
    if (news.type === 'typing') return void follower.typing?.(news.who);
    const last = news.entries.at(-1)!.seq;
    hinted = Math.max(hinted, last);
    if (isReading || last <= cursor) return;
    if (news.entries[0]!.seq !== cursor + 1 || follower.busy?.()) return void read();
    give(news.entries, true);
  });
  void read();
  return () => {
    isOver = true;
    unsubscribe();
  };

  async function read(): Promise<void> {
    isReading = true;
    try {
      while (!isOver) {
        await follower.busy?.();
        const page = atHand ?? (await log.read(contactId, cursor, pageSize));
        atHand = null;
        // Meanwhile other contacts of the same reader may have made it busy.
        while (!isOver && page.length > 0 && (await isBusy()));
        if (isOver) return;
        if (page.length > 0) give(page, isCaughtUp);
        else if (hinted <= cursor) break;
        else hinted = cursor;
      }
      isReading = false;
      if (!isOver && !isCaughtUp) catchUp();
    } catch (error) {
      if (!isOver) follower.failed(error);
      isOver = true;
      unsubscribe();
    }
  }

  /** Whether it had to be waited for. */
  async function isBusy(): Promise<boolean> {
    const free = follower.busy?.();
    await free;
    return Boolean(free);
  }

  function catchUp(): void {
    isCaughtUp = true;
    follower.caughtUp?.();
  }

  function give(entries: Entry[], isLive: boolean): void {
    cursor = entries.at(-1)!.seq;
    follower.entries(entries, isLive);
  }
}
