/** The last number of each log, entries on their way included: what the next append must expect. */
export interface Heads {
  /** The last number, read from the store where it is not known. */
  get(contactId: string): Promise<number>;
  /** The last number if it is known. */
  known(contactId: string): number | undefined;
  set(contactId: string, seq: number): void;
  /**
   * Begins a reading that may come to a log's end; what it is called with then is remembered, unless somebody has known
   * better meanwhile.
   */
  learn(): (contactId: string, seq: number) => void;
  forget(contactId: string): void;
  forgetAll(): void;
}

/** How many are remembered; the others are read again when they are needed. */
const atHand = 50_000;

export function createHeads(readLast: (contactId: string) => Promise<number>): Heads {
  const heads = new Map<string, number>();
  const reading = new Map<string, Promise<number>>();
  /** Rises when something is forgotten, so that a reading begun before is not remembered after. */
  let era = 0;

  async function read(contactId: string): Promise<number> {
    const begun = era;
    try {
      const seq = await readLast(contactId);
      // Whoever appended meanwhile knows better.
      if (begun === era && !heads.has(contactId)) remember(contactId, seq);
      return heads.get(contactId) ?? seq;
    } finally {
      reading.delete(contactId);
    }
  }

  function remember(contactId: string, seq: number): void {
    // In its old place: to make it the newest costs more than to read one again that is in use.
    heads.set(contactId, seq);
    if (heads.size > atHand) heads.delete(heads.keys().next().value!);
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
