/** Who waits in one queue, and since when: asked at every start of a chat, however long the queue is. */
export interface WaitingLine {
  add(contactId: string, since: number): void;
  remove(contactId: string): void;
  /** How many wait, and since when (in monotonic milliseconds) the first of them does. */
  metrics(): { count: number; oldest?: number };
}

export function createWaitingLine(): WaitingLine {
  const line = new Map<string, number>();
  /** The least of all times; undefined where it has to be looked for. */
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
