import type { Offers } from '../offers.js';

/** Offers that are being made, in memory. Several users of one object stand for several processes. */
export function createLocalOffers(): Offers {
  /** The agent for whom each contact is reserved. */
  const reserved = new Map<string, string>();

  return {
    async reserve({ contactId, agentId, maxChats, load }) {
      const own = [...reserved.values()].filter((id) => id === agentId).length;
      if (reserved.has(contactId) || load + own >= maxChats) return null;
      reserved.set(contactId, agentId);
      let isReleased = false;
      return {
        release() {
          if (!isReleased) reserved.delete(contactId);
          isReleased = true;
        },
      };
    },
  };
}
