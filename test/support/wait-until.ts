import { waitUntil as waitForSoMuch } from '@open-wc/testing';

/** Waits until a condition holds. The library's limit of a second is reached on a busy machine; this one bounds what hangs. */
export const waitUntil = (condition: () => unknown, message?: string): Promise<void> =>
  waitForSoMuch(condition, message, { timeout: 50_000 });
