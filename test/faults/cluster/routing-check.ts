import type { Entry } from '../../../service/contact/entry.js';
import { chatsPerAgent } from '../chatting-people.js';
import type { Cluster } from './cluster.js';

/** What routing must never do. All counts must be 0. */
export interface RoutingVerdict {
  /** Offers of a contact that already rang at another agent. */
  offeredTwice: number;
  /** Moments at which an agent had more contacts than places. */
  beyondCapacity: number;
}

/** Milliseconds between two looks at the agents' places. */
const lookedEvery = 250;

/** Counts moments at which the database says that an agent has too many contacts, until it is told to end. */
export function watchCapacity(cluster: Cluster): () => number {
  let beyond = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    const rows = await cluster
      .run(
        `SELECT agent_id FROM connect_chat.contacts, unnest(serving_ids) AS agent_id WHERE is_active
         GROUP BY agent_id HAVING count(*) > ${chatsPerAgent}`,
      )
      // The database may be down, or only readable.
      .catch(() => []);
    beyond += rows.length;
    if (!isOver) setTimeout(() => void look(), lookedEvery).unref();
  };
  void look();
  return () => {
    isOver = true;
    return beyond;
  };
}

/** Counts offers that were made while the contact rang at another agent, or already had one. */
export async function countDoubleOffers(cluster: Cluster): Promise<number> {
  const rows = await cluster.run<{ contactId: string; entry: string }>(
    `SELECT contact_id AS "contactId", entry FROM connect_chat.entries ORDER BY contact_id, seq`,
  );
  const ringing = new Map<string, string | null>();
  let twice = 0;
  for (const { contactId, entry: text } of rows) {
    const entry = JSON.parse(text) as Entry;
    if (entry.kind === 'offer.closed') ringing.set(contactId, null);
    if (entry.kind !== 'offer.made') continue;
    if (ringing.get(contactId)) twice += 1;
    ringing.set(contactId, entry.agentId);
  }
  return twice;
}
