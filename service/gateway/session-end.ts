import type { Staff } from '../auth/staff.js';
import type { Clock } from '../clock.js';

export interface SessionEndOptions {
  staff: Pick<Staff, 'sessionLeft' | 'onSessionsEnded'>;
  clock: Pick<Clock, 'later'>;
  onError: (error: unknown) => void;
}

/** Calls `ended` once, when a staff session expires or is ended. Returns the undo. */
export function onSessionEnd(
  { staff, clock, onError }: SessionEndOptions,
  { session, agentId }: { session: string; agentId: string },
  ended: () => void,
): () => void {
  let isOver = false;
  let undoTimer = (): void => undefined;
  const undoEvents = staff.onSessionsEnded((id) => {
    if (id === agentId) look();
  });
  look();
  return stop;

  function look(): void {
    staff.sessionLeft(session).then((left) => {
      if (isOver) return;
      undoTimer();
      if (left > 0) undoTimer = clock.later(left, look);
      else finish();
    }, onError);
  }

  function finish(): void {
    stop();
    ended();
  }

  function stop(): void {
    isOver = true;
    undoTimer();
    undoEvents();
  }
}
