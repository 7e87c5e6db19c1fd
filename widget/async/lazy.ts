/** Something whose code is loaded with the first need of it. Where that failed, the next need tries again. */
export class Lazy<Thing> {
  /** Undefined until it is loaded. */
  current: Thing | undefined;
  readonly #load: () => Promise<Thing>;
  #loading: Promise<Thing> | undefined;

  constructor(load: () => Promise<Thing>) {
    this.#load = load;
  }

  /** Rejects where the code can't be loaded. */
  async get(): Promise<Thing> {
    try {
      return (this.current = await (this.#loading ??= this.#load()));
    } catch (reason) {
      this.#loading = undefined;
      throw reason;
    }
  }
}
