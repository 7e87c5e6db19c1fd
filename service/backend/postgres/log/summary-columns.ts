import type { ContactSummary } from '../../../contact/contact-summary.js';
import { hashedKey } from '../hashed-key.js';

/** The columns by which contacts are found, in the order of {@link summaryColumns}. Lists are JSON. */
export type SummaryRow = readonly [
  contactId: string,
  summary: string,
  isActive: boolean,
  startedAt: number,
  widgetId: string,
  queueId: string | null,
  agentIds: string,
  servingIds: string,
  attributes: string,
  isOpen: boolean,
];

/** A key for a name and its value together. */
export const attributeKey = (name: string, value: string): string => hashedKey(name, value);

export function toRow(summary: ContactSummary): SummaryRow {
  const { contactId, state, startedAt, endedAt, widgetId, queue, agentIds, attributes } = summary;
  const { activeAgentIds, offer, wrapUpAgentIds = [] } = summary;
  const isActive = state === 'ACTIVE';
  const serving = isActive
    ? new Set([...activeAgentIds, ...(offer ? [offer.agentId] : []), ...wrapUpAgentIds])
    : [];
  const keys = Object.entries(attributes).map(([name, value]) => attributeKey(name, value));
  return [
    contactId,
    JSON.stringify(summary),
    isActive,
    startedAt,
    widgetId,
    queue?.queueId ?? null,
    JSON.stringify(agentIds),
    JSON.stringify([...serving]),
    JSON.stringify(keys),
    isActive && endedAt === null,
  ];
}
