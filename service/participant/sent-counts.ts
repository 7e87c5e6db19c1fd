/**
 * How often a connection has sent each client token that isn't answered yet. Nearly always there is at most one, and a
 * map would be made anew for each message: it shrinks when a token is removed.
 */
export class SentCounts {
  #token: string | null = null;
  #count = 0;
  /** Further tokens; null while there are none. */
  #others: Map<string, number> | null = null;

  add(token: string): void {
    if (this.#token === null && !this.#others?.has(token)) this.#token = token;
    if (this.#token === token) this.#count += 1;
    else this.#others = (this.#others ?? new Map()).set(token, (this.#others?.get(token) ?? 0) + 1);
  }

  has(token: string): boolean {
    return this.#token === token || (this.#others?.has(token) ?? false);
  }

  /** Removes a token. Returns how often it was sent; 0 if it wasn't. */
  take(token: string): number {
    if (this.#token === token) {
      const count = this.#count;
      this.#token = null;
      this.#count = 0;
      return count;
    }
    const count = this.#others?.get(token) ?? 0;
    this.#others?.delete(token);
    if (this.#others?.size === 0) this.#others = null;
    return count;
  }
}
