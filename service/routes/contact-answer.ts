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
    disposition: Type.Union([Type.String(), Type.Null()], {
      description: 'How the chat ended, as the last agent chose in after-contact work; null for nothing.',
    }),
    tags: Type.Array(Type.String(), { description: 'What the chat was about, as that agent chose.' }),
    wrapUpAgentIds: Type.Array(Type.String(), { description: 'Agents who do after-contact work now.' }),
    survey: Type.Union([SurveyAnswerSchema, Type.Null()], {
      description: "The visitor's rating after the chat; null for none.",
    }),
  },
  { $id: 'Contact' },
);

export const toAnswer = (summary: ContactSummary): Static<typeof ContactAnswerSchema> => ({
  contactId: summary.contactId,
  widgetId: summary.widgetId,
  state: summary.endedAt === null ? 'ACTIVE' : 'ENDED',
  startedAt: new Date(summary.startedAt).toISOString(),
  endedAt: summary.endedAt === null ? null : new Date(summary.endedAt).toISOString(),
  customerName: summary.customerName,
  agentIds: [...summary.agentIds],
  queueId: summary.queue?.queueId ?? null,
  attributes: summary.attributes,
  leftMessage: summary.isLeftMessage ?? false,
  disposition: summary.outcome?.disposition ?? null,
  tags: summary.outcome?.tags ?? [],
  wrapUpAgentIds: [...(summary.wrapUpAgentIds ?? [])],
  survey: summary.survey ?? null,
});
