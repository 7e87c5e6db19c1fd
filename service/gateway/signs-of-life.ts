import { limits } from '../../shared/limits.js';

/** When the other side was last heard, and whether it has to be asked for a sign. */
export interface SignsOfLife {
  heard(): void;
  /** To be called every few seconds: what is to be done about the silence. */
  due(): 'nothing' | 'ask' | 'give up';
}

export function createSignsOfLife(clock: () => number): SignsOfLife {
  let heardAt = clock();
  let askedAt = 0;
  return {
    heard: () => void (heardAt = clock()),
    due() {
      const now = clock();
      if (now - heardAt >= limits.silence) return 'give up';
      if (now - heardAt < limits.pingInterval || now - askedAt < limits.pingInterval) return 'nothing';
      askedAt = now;
      return 'ask';
    },
  };
}
