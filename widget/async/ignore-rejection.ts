/** Ignores that a promise rejects: the state of the session shows the failure. */
export function ignoreRejection(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
