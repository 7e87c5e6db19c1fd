import type { Bus, Subscriber } from '../backend/bus.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Entry, Speaker } from './entry.js';
import type { FollowedPosition, HintCheck } from './hint-check.js';
import type { ContactTopics } from './topics.js';

/** Receives the entries of a contact. */
export interface Follower {
  /** Entries in order, each once. */
  entries(entries: Entry[], isLive: boolean): void;
  /** All stored entries have been given; the next ones are live. Called once. */
  caughtUp?(): void;
  typing?(who: Speaker): void;
  /** Null while the follower can take more; otherwise resolves when it can. Nothing is buffered meanwhile. */
  busy?(): Promise<void> | null;
  /** The log could not be read. No more calls follow. */
  failed(error: unknown): void;
}

interface FollowOptions {
  log: ContactLog;
  bus: Bus<ContactTopics>;
  /** Compares the follower's position with the log regularly; null if no hint can be lost. */
  hintCheck?: HintCheck | null;
  contactId: string;
  after: number;
  follower: Follower;
  /** Durable entries directly after that number. They are not read again. */
  known?: readonly Entry[] | undefined;
}

/** Small, because a reader of many contacts may hold one page of each. */
const pageSize = 64;

/**
 * Gives a follower every entry after a number, then each new one. A hint only says that there are new entries: if it
 * has a gap, or arrives while the follower is busy, the log is read. So hints may be duplicated, late or lost: the log
 * is read again after each interruption of the bus, and when a check finds the follower behind.
 */
export function follow(options: FollowOptions): () => void {
  const following = new Following(options);
  return () => following.stop();
}

class Following implements Subscriber<ContactTopics['contact']>, FollowedPosition {
  readonly contactId: string;
  readonly #log: ContactLog;
  readonly #follower: Follower;
  readonly #hintCheck: HintCheck | null;
  readonly #unsubscribe: () => void;
  readonly #uncheck: (() => void) | undefined;
  #cursor: number;
  /** The highest number in a hint. */
  #hinted: number;
  #isReading = false;
  #isOver = false;
  #isCaughtUp = false;
  #known: Entry[] | null;

  constructor({ log, bus, hintCheck = null, contactId, after, follower, known }: FollowOptions) {
    this.contactId = contactId;
    this.#log = log;
    this.#follower = follower;
    this.#hintCheck = hintCheck;
    this.#cursor = after;
    this.#hinted = after;
    this.#known = known?.[0]?.seq === after + 1 ? [...known] : null;
    this.#unsubscribe = bus.subscribe('contact', contactId, this);
    this.#uncheck = hintCheck?.add(this);
    // Doesn't wait until the bus is live: gives the stored entries at once.
    if (!this.#isReading) void this.#read();
  }

  get cursor(): number {
    return this.#cursor;
  }

  stop(): void {
    this.#isOver = true;
    this.#unsubscribe();
    this.#uncheck?.();
  }

  receive(news: ContactTopics['contact']): void {
    const follower = this.#follower;
    if (news.type === 'typing') return void follower.typing?.(news.who);
    const last = news.entries.at(-1)!.seq;
    this.#hinted = Math.max(this.#hinted, last);
    if (this.#isReading || last <= this.#cursor) return;
    if (news.entries[0]!.seq !== this.#cursor + 1 || follower.busy?.()) return void this.#read();
    this.#deliver(news.entries, true);
  }

  /** Starts reading. After an interruption one check covers all followers, and those that are behind read again. */
  live(): void {
    if (this.#isReading) this.#hinted = Infinity;
    else if (this.#isCaughtUp && this.#hintCheck) void this.#hintCheck.check();
    else void this.#read();
  }

  catchUp(lastSeq: number): void {
    this.#hinted = Math.max(this.#hinted, lastSeq);
    if (!this.#isReading && !this.#isOver) void this.#read();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (!this.#isOver) {
        await this.#follower.busy?.();
        const page = this.#known ?? (await this.#log.read(this.contactId, this.#cursor, pageSize));
        this.#known = null;
        // Other contacts of the same reader may have made it busy meanwhile.
        while (!this.#isOver && page.length > 0 && (await this.#isBusy()));
        if (this.#isOver) return;
        if (page.length > 0) this.#deliver(page, this.#isCaughtUp);
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

  /** Whether the follower was busy. Resolves when it no longer is. */
  async #isBusy(): Promise<boolean> {
    const free = this.#follower.busy?.();
    await free;
    return Boolean(free);
  }

  #catchUp(): void {
    this.#isCaughtUp = true;
    this.#follower.caughtUp?.();
  }

  #deliver(entries: Entry[], isLive: boolean): void {
    this.#cursor = entries.at(-1)!.seq;
    this.#follower.entries(entries, isLive);
  }
}
