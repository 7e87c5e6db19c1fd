/** Ignores that a promise rejects, because the state of the session shows what went wrong. */
export function ignoreRejection(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
