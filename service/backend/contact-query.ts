import type { ContactSummary } from '../contact/contact-summary.js';

/**
 * A filter for contacts: plain data, so that a database can answer it from its indexes. Every member that is
 * set narrows the result; {@link matches} defines the meaning of each.
 */
export interface ContactQuery {
  /** Started at or after this time; times are milliseconds since 1970. */
  from?: number;
  /** Started before this time. */
  to?: number;
  widgetId?: string;
  /** The queue in which the contact waits. */
  queueId?: string;
  /** An agent who is or was on the contact. */
  agentId?: string;
  state?: ContactSummary['state'];
  attribute?: { name: string; value: string };
  /** The last contact of the previous page; the answer continues after it. */
  after?: Started;
  /** The size of the page. */
  limit: number;
}

/** What determines a contact's place in a list. */
export type Started = Pick<ContactSummary, 'startedAt' | 'contactId'>;

/** Whether a contact matches the query, on any page. */
export function matches(query: ContactQuery, summary: ContactSummary): boolean {
  const { from = -Infinity, to = Infinity, widgetId, queueId, agentId, state, attribute } = query;
  return (
    summary.startedAt >= from &&
    summary.startedAt < to &&
    (widgetId === undefined || summary.widgetId === widgetId) &&
    (queueId === undefined || summary.queue?.queueId === queueId) &&
    (agentId === undefined || summary.agentIds.includes(agentId)) &&
    (state === undefined || stateOf(summary) === state) &&
    (attribute === undefined || hasAttribute(summary, attribute))
  );
}

/** Whether the chat goes on: not while its agents only do after-contact work. */
const stateOf = ({ state, endedAt }: ContactSummary): ContactSummary['state'] =>
  state === 'ACTIVE' && endedAt === null ? 'ACTIVE' : 'ENDED';

const hasAttribute = (
  { attributes }: ContactSummary,
  { name, value }: NonNullable<ContactQuery['attribute']>,
): boolean => Object.hasOwn(attributes, name) && attributes[name] === value;

/** The order of lists: by start time, newest first; contacts of the same millisecond by descending id. */
export const newestFirst = (a: Started, b: Started): number =>
  b.startedAt - a.startedAt || (a.contactId < b.contactId ? 1 : a.contactId > b.contactId ? -1 : 0);

/**
 * Selects one page from all contacts, as `ContactLog.list` does; for stores that hold all of them in memory.
 */
export function pageOf(query: ContactQuery, summaries: readonly ContactSummary[]): ContactSummary[] {
  const { after, limit } = query;
  return summaries
    .filter((summary) => matches(query, summary) && (!after || newestFirst(after, summary) < 0))
    .sort(newestFirst)
    .slice(0, limit);
}
