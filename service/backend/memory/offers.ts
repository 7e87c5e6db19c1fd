import type { Offers } from '../offers.js';

export interface LocalOffersOptions {
  /**
   * The number of stored contacts that are or ring at an agent, if several processes share the log. Otherwise
   * callers know it.
   */
  storedLoadOf?: (agentId: string) => number;
}

/** Pending offers in memory. Several users of one object act like several processes. */
export function createLocalOffers({ storedLoadOf = () => 0 }: LocalOffersOptions = {}): Offers {
  /** The agent for whom each contact is reserved. */
  const reserved = new Map<string, string>();

  return {
    async reserve({ contactId, agentId, maxChats, load }) {
      const own = [...reserved.values()].filter((id) => id === agentId).length;
      if (reserved.has(contactId)) return { taken: 'contact' };
      if (Math.max(load, storedLoadOf(agentId)) + own >= maxChats) return { taken: 'agent' };
      reserved.set(contactId, agentId);
      let isReleased = false;
      const release = (): void => {
        if (!isReleased) reserved.delete(contactId);
        isReleased = true;
      };
      return { reservation: { release } };
    },
  };
}
