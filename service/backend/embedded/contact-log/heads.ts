/**
 * A cache of each log's last number, including appends in progress: the number that the next append must
 * expect.
 */
export interface Heads {
  /** The last number, read from the store if it is not cached. */
  get(contactId: string): Promise<number>;
  /** The last number if it is cached. */
  known(contactId: string): number | undefined;
  set(contactId: string, seq: number): void;
  /**
   * Begins a read that may reach a log's end. The returned function caches the end, unless an append happened
   * meanwhile.
   */
  learn(): (contactId: string, seq: number) => void;
  forget(contactId: string): void;
  forgetAll(): void;
}

/** Capacity of the cache; evicted numbers are read again on demand. */
const cachedAtMost = 50_000;

export function createHeads(readLast: (contactId: string) => Promise<number>): Heads {
  const heads = new Map<string, number>();
  const reading = new Map<string, Promise<number>>();
  /** Rises whenever a number is forgotten, so that a read that began before isn't cached. */
  let era = 0;

  async function read(contactId: string): Promise<number> {
    const begun = era;
    try {
      const seq = await readLast(contactId);
      // An append that happened meanwhile has a newer number.
      if (begun === era && !heads.has(contactId)) remember(contactId, seq);
      return heads.get(contactId) ?? seq;
    } finally {
      reading.delete(contactId);
    }
  }

  function remember(contactId: string, seq: number): void {
    // Keeps its place in the order: moving it costs more than reading a number again.
    heads.set(contactId, seq);
    if (heads.size > cachedAtMost) heads.delete(heads.keys().next().value!);
  }

  return {
    known: (contactId) => heads.get(contactId),
    get(contactId) {
      const known = heads.get(contactId);
      if (known !== undefined) return Promise.resolve(known);
      const begun = reading.get(contactId) ?? read(contactId);
      reading.set(contactId, begun);
      return begun;
    },
    set: remember,
    learn() {
      const begun = era;
      return (contactId, seq) => {
        if (begun === era && !heads.has(contactId)) remember(contactId, seq);
      };
    },
    forget(contactId) {
      era += 1;
      heads.delete(contactId);
    },
    forgetAll() {
      era += 1;
      heads.clear();
    },
  };
}
