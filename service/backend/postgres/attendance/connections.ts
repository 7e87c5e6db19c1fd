import type { Connections } from '../../connections.js';
import type { Attendance } from './attendance.js';

/** Customers' connections in all processes. */
export const createConnections = (attendance: Attendance): Connections => ({
  open: (id) => attendance.open(id),
  has: (id) => attendance.count(id) > 0,
  expect: (id) => attendance.expect(id),
  forget: (id) => attendance.forget(id),
  onGone: (receive) => attendance.onGone(receive),
});
