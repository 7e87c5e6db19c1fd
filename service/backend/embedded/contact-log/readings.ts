/** Tracks reads in progress. Until they end, LevelDB keeps the records and files of their snapshots. */
export class Readings {
  readonly #underWay = new Set<Promise<unknown>>();

  /** Tracks a read until it ends. */
  note<T>(read: Promise<T>): Promise<T> {
    const ended: Promise<unknown> = read.then(
      () => this.#underWay.delete(ended),
      () => this.#underWay.delete(ended),
    );
    this.#underWay.add(ended);
    return read;
  }

  /** Tracks a paged read until its last page, or until the reader stops. */
  async *notePages<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
    let end = (): void => undefined;
    void this.note(new Promise<void>((resolve) => (end = resolve)));
    try {
      yield* pages;
    } finally {
      end();
    }
  }

  /** Resolves when all reads that are now in progress have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}
