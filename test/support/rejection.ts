// Why: a promise must reject, and the test then checks the reason.
import * as assert from 'uvu/assert';

/** The error with which the promise rejects. Fails if it doesn't. */
export async function rejectionOf(
  promise: Promise<unknown>,
): Promise<Error & { code?: string; pointer?: string; retryAfter?: number }> {
  const reason = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  assert.instance(reason, Error, 'was not refused');
  return reason as Error;
}
