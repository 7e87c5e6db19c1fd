import type { Changes } from '../backend/changes.js';
import { every, type Clock } from '../clock.js';
import type { SummarySource } from './summary-feed.js';

/** Milliseconds between two checks: the longest time for which a lost hint is unnoticed. */
export const checkedEvery = 3_000;
/** Contacts in one query. */
const contactsAtOnce = 1_000;

/** A follower's position in a log. */
export interface FollowedPosition {
  readonly contactId: string;
  /** The last number that the follower has. */
  readonly cursor: number;
  /** The log has this number, or a higher one. */
  catchUp(lastSeq: number): void;
}

export interface HintCheckOptions {
  changes: Changes;
  clock: Clock;
  summaries: Pick<SummarySource, 'catchUp' | 'begin'>;
  /** Called for each follower that had missed a hint. */
  onRecovered?: (() => void) | undefined;
  /** Called once when checks start to fail. */
  onError: (error: unknown) => void;
}

/** Finds what this process missed because hints were lost: one timer for all followers and for routing. */
export interface HintCheck {
  /** Checks this follower until the undo is called. */
  add(position: FollowedPosition): () => void;
  /** Checks now, because hints may have been lost. Simultaneous calls share a check. Resolves after it. */
  check(): Promise<void>;
  close(): void;
}

export function createHintCheck(options: HintCheckOptions): HintCheck {
  const { changes, clock, summaries, onRecovered, onError } = options;
  const positions = new Set<FollowedPosition>();
  let mark: string | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isFailing = false;
  const undo = every(clock, checkedEvery, () => void check());

  function check(): Promise<void> {
    isWanted = true;
    running ??= run();
    return running;
  }

  async function run(): Promise<void> {
    // Lets other calls of this moment join.
    await Promise.resolve();
    while (isWanted) {
      isWanted = false;
      try {
        await checkSummaries();
        await checkPositions();
        isFailing = false;
      } catch (error) {
        if (!isFailing) onError(error);
        isFailing = true;
      }
    }
    running = null;
  }

  async function checkSummaries(): Promise<void> {
    const { changed, mark: next } = await changes.summaries(mark);
    mark = next;
    for (const each of changed) summaries.catchUp(each);
    summaries.begin();
  }

  async function checkPositions(): Promise<void> {
    const contactIds = [...new Set([...positions].map(({ contactId }) => contactId))];
    const last = new Map<string, number>();
    for (let from = 0; from < contactIds.length; from += contactsAtOnce) {
      const asked = contactIds.slice(from, from + contactsAtOnce);
      const numbers = await changes.lastNumbers(asked);
      asked.forEach((contactId, index) => last.set(contactId, numbers[index]!));
    }
    for (const position of positions) {
      const lastSeq = last.get(position.contactId) ?? 0;
      if (lastSeq <= position.cursor) continue;
      onRecovered?.();
      position.catchUp(lastSeq);
    }
  }

  return {
    add(position) {
      positions.add(position);
      return () => void positions.delete(position);
    },
    check,
    close: undo,
  };
}
