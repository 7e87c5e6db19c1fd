import { Type, type Static } from '@fastify/type-provider-typebox';
import { limits } from '../../shared/limits.js';
import type { SurveyKind } from '../../shared/survey.js';
import type { ContactSearch } from '../backend/contact-index/contact-search.js';
import type { ContactQuery, Started } from '../backend/contact-query.js';
import { ServiceError } from '../errors.js';

/** The filters that ending contacts takes, too. */
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

/** The filters of the list of contacts. */
export const ContactSearchSchema = Type.Object(
  {
    ...ContactQuerySchema.properties,
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: limits.searchCharacters,
        description:
          'Words that all occur in the chat or its private notes, whatever their case and accents; * ends the beginning of a word.',
      }),
    ),
    participant: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: limits.searchCharacters,
        description: "Words that all occur in the participants' names.",
      }),
    ),
    enteredQueueId: Type.Optional(Type.String({ description: 'A queue that it entered at any time.' })),
    disposition: Type.Optional(Type.String({ description: 'How it ended, as the last agent chose.' })),
    tag: Type.Optional(Type.String({ description: 'One of its tags.' })),
    rating: Type.Optional(
      Type.String({
        pattern: '^(STARS:[1-5]|THUMBS:[01])$',
        description: 'STARS:1 to STARS:5, THUMBS:0 (not good) or THUMBS:1 (good).',
      }),
    ),
  },
  { additionalProperties: false },
);
export type SearchQuery = Static<typeof ContactSearchSchema>;

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

/** Parses and checks the filters of a search. Throws REQUEST_INVALID. */
export function readContactSearch(query: SearchQuery): ContactSearch {
  const { q, participant, enteredQueueId, disposition, tag, rating, ...rest } = query;
  const { queueId: waitsIn, state, ...known } = readContactQuery(rest);
  const [kind, value] = rating?.split(':') ?? [];
  return {
    ...known,
    ...{ text: q, participant, disposition, tag, withNotes: true },
    // A contact that waits in a queue has entered it, and goes on.
    queueId: enteredQueueId ?? waitsIn,
    state: waitsIn === undefined ? state : 'ACTIVE',
    rating: kind === undefined ? undefined : { kind: kind as SurveyKind, rating: Number(value) },
  };
}

/** Whether the query needs the contact index: the log would read all contacts for such a filter. */
export function needsIndex({
  state,
  from: _,
  to: __,
  limit: ___,
  cursor: ____,
  ...filters
}: SearchQuery): boolean {
  const { widgetId, queueId, agentId, attribute, ...others } = filters;
  if (Object.values(others).some((value) => value !== undefined)) return true;
  // Few contacts are active, and only those wait in a queue.
  if (state === 'ACTIVE' || queueId !== undefined) return false;
  return [widgetId, agentId, attribute].some((value) => value !== undefined);
}

/** The cursor after a contact. */
export const cursorAfter = ({ startedAt, contactId }: Started): string =>
  Buffer.from(`${startedAt} ${contactId}`).toString('base64url');

/** The cursor of the next page; null after the last. */
export function nextCursor(query: Query, found: readonly Started[]): string | null {
  const last = found.at(-1);
  if (!last || found.length < (query.limit ?? defaultLimit)) return null;
  return cursorAfter(last);
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
