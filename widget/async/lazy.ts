/** A value whose code is loaded when it is first needed. After a failure the next use tries again. */
export class Lazy<Value> {
  /** Undefined until it is loaded. */
  current: Value | undefined;
  readonly #load: () => Promise<Value>;
  #loading: Promise<Value> | undefined;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  /** Loads the value, once. Rejects if that fails. */
  async get(): Promise<Value> {
    try {
      return (this.current = await (this.#loading ??= this.#load()));
    } catch (reason) {
      this.#loading = undefined;
      throw reason;
    }
  }

  /** Loads the value again at the next use. */
  reset(): void {
    this.#loading = this.current = undefined;
  }
}
