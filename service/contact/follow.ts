import type { Bus } from '../backend/bus.js';
import type { ContactLog } from '../backend/contact-log.js';
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

interface FollowOptions {
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
export function follow(options: FollowOptions): () => void {
  const following = new Following(options);
  return () => following.stop();
}

class Following {
  readonly #log: ContactLog;
  readonly #contactId: string;
  readonly #follower: Follower;
  readonly #unsubscribe: () => void;
  #cursor: number;
  #hinted: number;
  #isReading = false;
  #isOver = false;
  #isCaughtUp = false;
  #atHand: Entry[] | null;

  constructor({ log, bus, contactId, after, follower, known }: FollowOptions) {
    this.#log = log;
    this.#contactId = contactId;
    this.#follower = follower;
    this.#cursor = after;
    this.#hinted = after;
    this.#atHand = known?.[0]?.seq === after + 1 ? [...known] : null;
    this.#unsubscribe = bus.subscribe('contact', contactId, (news) => this.#hear(news));
    void this.#read();
  }

  stop(): void {
    this.#isOver = true;
    this.#unsubscribe();
  }

  #hear(news: ContactTopics['contact']): void {
    const follower = this.#follower;
    if (news.type === 'typing') return void follower.typing?.(news.who);
    const last = news.entries.at(-1)!.seq;
    this.#hinted = Math.max(this.#hinted, last);
    if (this.#isReading || last <= this.#cursor) return;
    if (news.entries[0]!.seq !== this.#cursor + 1 || follower.busy?.()) return void this.#read();
    this.#give(news.entries, true);
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (!this.#isOver) {
        await this.#follower.busy?.();
        const page = this.#atHand ?? (await this.#log.read(this.#contactId, this.#cursor, pageSize));
        this.#atHand = null;
        // Meanwhile other contacts of the same reader may have made it busy.
        while (!this.#isOver && page.length > 0 && (await this.#isBusy()));
        if (this.#isOver) return;
        if (page.length > 0) this.#give(page, this.#isCaughtUp);
        else if (this.#hinted <= this.#cursor) break;
        else this.#hinted = this.#cursor;
      }
      this.#isReading = false;
      if (!this.#isOver && !this.#isCaughtUp) this.#catchUp();
    } catch (error) {
      if (!this.#isOver) this.#follower.failed(error);
      this.stop();
    }
  }

  /** Whether it had to be waited for. */
  async #isBusy(): Promise<boolean> {
    const free = this.#follower.busy?.();
    await free;
    return Boolean(free);
  }

  #catchUp(): void {
    this.#isCaughtUp = true;
    this.#follower.caughtUp?.();
  }

  #give(entries: Entry[], isLive: boolean): void {
    this.#cursor = entries.at(-1)!.seq;
    this.#follower.entries(entries, isLive);
  }
}
