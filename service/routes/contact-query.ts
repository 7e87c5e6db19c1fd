import { Type, type Static } from '@fastify/type-provider-typebox';
import type { ContactQuery, Started } from '../backend/contact-query.js';
import { ServiceError } from '../errors.js';

/** The filters of the list of contacts. */
export const ContactQuerySchema = Type.Object(
  {
    from: Type.Optional(Type.String({ description: 'Started at or after: ISO 8601.' })),
    to: Type.Optional(Type.String({ description: 'Started before: ISO 8601.' })),
    widgetId: Type.Optional(Type.String()),
    agentId: Type.Optional(Type.String()),
    queueId: Type.Optional(Type.String({ description: 'The queue it waits in.' })),
    state: Type.Optional(Type.Union([Type.Literal('ACTIVE'), Type.Literal('ENDED')])),
    attribute: Type.Optional(Type.String({ description: 'name:value', pattern: '^[^:]+:' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    cursor: Type.Optional(Type.String({ description: 'From `nextCursor` of the page before.' })),
  },
  { additionalProperties: false },
);
export type Query = Static<typeof ContactQuerySchema>;

const defaultLimit = 100;

/** Parses and checks the query. Throws REQUEST_INVALID. */
export function readContactQuery(query: Query): ContactQuery {
  const { widgetId, queueId, agentId, state, limit = defaultLimit } = query;
  return {
    from: readTime('from', query.from),
    to: readTime('to', query.to),
    ...{ widgetId, queueId, agentId, state, limit },
    attribute: splitAttribute(query.attribute),
    after: query.cursor === undefined ? undefined : readCursor(query.cursor),
  };
}

/** The cursor of the next page; null after the last. */
export function nextCursor(query: Query, found: readonly Started[]): string | null {
  const last = found.at(-1);
  if (!last || found.length < (query.limit ?? defaultLimit)) return null;
  return Buffer.from(`${last.startedAt} ${last.contactId}`).toString('base64url');
}

function readCursor(text: string): Started {
  const [, startedAt, contactId] = /^(\d{1,16}) (.+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (contactId !== undefined) return { startedAt: Number(startedAt), contactId };
  throw new ServiceError('REQUEST_INVALID', {
    pointer: '/cursor',
    message: 'This cursor is invalid.',
  });
}

function readTime(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw new ServiceError('REQUEST_INVALID', {
    pointer: `/${name}`,
    message: `/${name} must be a time in ISO 8601.`,
  });
}

function splitAttribute(text: string | undefined): ContactQuery['attribute'] {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  return { name: text.slice(0, colon), value: text.slice(colon + 1) };
}
