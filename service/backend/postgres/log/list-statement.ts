import type { ContactQuery } from '../../contact-query.js';
import type { Statement } from '../database/statement.js';
import { attributeKey } from './summary-columns.js';

/** A statement that finds the page of a query, and its values. */
export function listStatement(query: ContactQuery): { statement: Statement; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (condition: (...places: string[]) => string, ...given: unknown[]): void => {
    conditions.push(condition(...given.map((_, index) => `$${values.length + index + 1}`)));
    values.push(...given);
  };
  const { from, to, widgetId, queueId, agentId, state, attribute, after, limit } = query;
  if (from !== undefined) where((time) => `started_at >= ${time}::double precision`, from);
  if (to !== undefined) where((time) => `started_at < ${time}::double precision`, to);
  if (widgetId !== undefined) where((id) => `widget_id = ${id}`, widgetId);
  if (queueId !== undefined) where((id) => `queue_id = ${id}`, queueId);
  if (agentId !== undefined) where((id) => `agent_ids @> ARRAY[${id}::text]`, agentId);
  if (state !== undefined) where((isOpen) => `is_open = ${isOpen}`, state === 'ACTIVE');
  if (attribute)
    where((key) => `attributes @> ARRAY[${key}::text]`, attributeKey(attribute.name, attribute.value));
  if (after)
    where(
      (time, id) => `(started_at, contact_id) < (${time}::bigint, ${id}::text COLLATE "C")`,
      after.startedAt,
      after.contactId,
    );
  values.push(limit);
  const text = `SELECT summary FROM connect_chat.contacts
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
    ORDER BY started_at DESC, contact_id DESC LIMIT $${values.length}`;
  // Not prepared: which index is best depends on the values.
  return { statement: { name: '', text }, values };
}
