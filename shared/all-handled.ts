/**
 * Ends a switch over a union: it compiles only if every member has its case. It does nothing at run time,
 * because a newer peer may send members that this program doesn't know.
 */
export const allHandled = (_: never): void => undefined;
