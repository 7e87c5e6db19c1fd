import type { Static } from '@fastify/type-provider-typebox';
import type { ContactAnswerSchema } from './contact-answer.js';

type ContactAnswer = Static<typeof ContactAnswerSchema>;

/** The columns of an export, in order. */
const columns: Readonly<Record<string, (contact: ContactAnswer) => string | null>> = {
  contactId: ({ contactId }) => contactId,
  widgetId: ({ widgetId }) => widgetId,
  state: ({ state }) => state,
  startedAt: ({ startedAt }) => startedAt,
  endedAt: ({ endedAt }) => endedAt,
  customerName: ({ customerName }) => customerName,
  agentIds: ({ agentIds }) => agentIds.join(' '),
  leftMessage: ({ leftMessage }) => String(leftMessage),
  disposition: ({ disposition }) => disposition,
  tags: ({ tags }) => tags.join('; '),
  ratingKind: ({ survey }) => survey?.kind ?? null,
  rating: ({ survey }) => (survey ? String(survey.rating) : null),
  comment: ({ survey }) => survey?.comment ?? null,
  attributes: ({ attributes }) => JSON.stringify(attributes),
};

/** Spreadsheets take a cell that begins like this for a formula (OWASP, CSV injection). */
const formula = /^[\s]*[=+\-@\t\r\n]/;

/** Visitors write most cells: an apostrophe keeps spreadsheets from running them, and quotes keep them in their column. */
export function csvCell(text: string | null): string {
  if (text === null) return '';
  const plain = formula.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

const line = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The first line of an export (RFC 4180). The byte order mark tells spreadsheets that it is UTF-8. */
export const csvHead = `\ufeff${line(Object.keys(columns))}`;

/** A contact as one line. */
export const csvLine = (contact: ContactAnswer): string =>
  line(Object.values(columns).map((cellOf) => cellOf(contact)));
