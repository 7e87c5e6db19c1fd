/** Tracks reads that are under way: until they end, LevelDB keeps the records and files that they began with. */
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

  /** Tracks the reading of pages until there are no more, or the reader stops. */
  async *notePages<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
    let end = (): void => undefined;
    void this.note(new Promise<void>((resolve) => (end = resolve)));
    try {
      yield* pages;
    } finally {
      end();
    }
  }

  /** Resolves when every read that is under way now has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}
