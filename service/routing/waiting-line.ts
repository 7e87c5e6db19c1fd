/**
 * The contacts that wait in one queue, and since when. Every start of a chat reads the metrics, so their cost doesn't
 * depend on the queue's length.
 */
export interface WaitingLine {
  add(contactId: string, since: number): void;
  remove(contactId: string): void;
  /** The number of contacts, and the earliest time (monotonic milliseconds). */
  metrics(): { count: number; oldest?: number };
}

export function createWaitingLine(): WaitingLine {
  const line = new Map<string, number>();
  /** The earliest time; undefined if it must be searched. */
  let oldest: number | undefined = Infinity;

  function find(): number {
    let least = Infinity;
    for (const since of line.values()) if (since < least) least = since;
    return least;
  }

  return {
    add(contactId, since) {
      line.set(contactId, since);
      if (oldest !== undefined) oldest = Math.min(oldest, since);
    },
    remove(contactId) {
      if (line.get(contactId) === oldest) oldest = undefined;
      line.delete(contactId);
    },
    metrics() {
      oldest ??= find();
      return line.size === 0 ? { count: 0 } : { count: line.size, oldest };
    },
  };
}
