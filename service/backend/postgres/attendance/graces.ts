import { limits } from '../../../../shared/limits.js';

/** Who is connected: agents at consoles, and customers by their contacts. */
export type AttendanceKind = keyof typeof graces;

/** Milliseconds that somebody who is expected may be without a connection. */
export const graces = { agent: limits.agentGone, customer: limits.customerGone };
