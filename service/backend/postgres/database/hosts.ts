/** The hosts of a database: the one that is used now, and the next one where that fails. */
export interface Hosts {
  /** The URL of the host that is to be used. */
  readonly current: string;
  /** Whether there are several, so that one of them may be a standby. */
  readonly areSeveral: boolean;
  /** A host failed: uses the next one, unless another caller has moved on already. */
  failed(url: string): void;
}

export function createHosts(urls: readonly string[]): Hosts {
  let at = 0;
  return {
    get current() {
      return urls[at]!;
    },
    areSeveral: urls.length > 1,
    failed(url) {
      if (urls[at] === url) at = (at + 1) % urls.length;
    },
  };
}
