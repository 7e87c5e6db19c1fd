import { Type, type Static } from '@fastify/type-provider-typebox';
import { SurveyAnswerSchema } from '../../shared/survey.js';
import type { ContactSummary } from '../contact/contact-summary.js';

/** A contact as REST shows it. */
export const ContactAnswerSchema = Type.Object(
  {
    contactId: Type.String(),
    widgetId: Type.String(),
    state: Type.Union([Type.Literal('ACTIVE'), Type.Literal('ENDED')]),
    startedAt: Type.String(),
    endedAt: Type.Union([Type.String(), Type.Null()]),
    customerName: Type.String(),
    agentIds: Type.Array(Type.String()),
    queueId: Type.Union([Type.String(), Type.Null()], {
      description: 'The queue in which it waits, if it does.',
    }),
    attributes: Type.Record(Type.String(), Type.String()),
    leftMessage: Type.Boolean({
      description: 'Whether it began as an offline message.',
    }),
    survey: Type.Union([SurveyAnswerSchema, Type.Null()], {
      description: "The visitor's rating after the chat; null for none.",
    }),
  },
  { $id: 'Contact' },
);

export const toAnswer = (summary: ContactSummary): Static<typeof ContactAnswerSchema> => ({
  contactId: summary.contactId,
  widgetId: summary.widgetId,
  state: summary.state,
  startedAt: new Date(summary.startedAt).toISOString(),
  endedAt: summary.endedAt === null ? null : new Date(summary.endedAt).toISOString(),
  customerName: summary.customerName,
  agentIds: summary.agentIds,
  queueId: summary.queue?.queueId ?? null,
  attributes: summary.attributes,
  leftMessage: summary.isLeftMessage ?? false,
  survey: summary.survey ?? null,
});
