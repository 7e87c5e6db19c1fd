import type { CloseName } from './codes.js';

/**
 * The reason text of a close frame: the name of its code and, if the client should wait before it reconnects, the
 * milliseconds: `SERVICE_RESTARTING 730`.
 */
export const closeReason = (name: CloseName, after = 0): string =>
  after >= 1 ? `${name} ${Math.round(after)}` : name;

/** The milliseconds that a reason asks to wait; 0 if it has none. */
export const waitOf = (reason: string | undefined): number => Number(reason?.split(' ')[1]) || 0;
