// Why: some promises hold for every kind of log entry. Extend with a sample for each new kind; tsc asks for it.
import type { EntryKind, NewEntry, Speaker } from '../../service/contact/entry.js';
import { noon } from './contact-fixtures.js';

const customer: Speaker = { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' };
const agent: Speaker = { participantId: 'p1', role: 'AGENT', displayName: 'Ada' };
const of = <Kind extends EntryKind>(
  kind: Kind,
  facts: Omit<Extract<NewEntry, { kind: Kind }>, 'at' | 'kind'>,
): Extract<NewEntry, { kind: Kind }> =>
  ({ at: noon, kind, ...facts }) as unknown as Extract<NewEntry, { kind: Kind }>;

/** An entry of each kind. In this order they are the log of one contact. */
export const entrySamples: { [Kind in EntryKind]: Extract<NewEntry, { kind: Kind }> } = {
  'contact.started': of('contact.started', {
    ...{ contactId: 'k1', widgetId: 'w1', flowId: 'default', page: null, language: 'en' },
    customer: { participantId: 'c1', displayName: 'Cleo', tokenHash: 'h1', customerId: null },
    attributes: { verified: {}, unverified: {} },
    contentTypes: ['text/plain'],
  }),
  'token.issued': of('token.issued', { participantId: 'c1', tokenHash: 'h2' }),
  'attributes.set': of('attributes.set', { attributes: { tier: 'gold' } }),
  'flow.moved': of('flow.moved', { flow: { actionId: 'wait', wakeAt: noon + 1_000 } }),
  'queue.targeted': of('queue.targeted', { queueId: 'default' }),
  'queue.entered': of('queue.entered', { queueId: 'default' }),
  'offer.made': of('offer.made', { agentId: 'a1', until: noon + 20_000 }),
  'offer.closed': of('offer.closed', { agentId: 'a1', reason: 'ACCEPTED' }),
  'participant.joined': of('participant.joined', { who: agent, agentId: 'a1' }),
  message: of('message', {
    ...{ who: customer, clientToken: 't1', contentType: 'text/plain', content: 'Hello' },
  }),
  attachment: of('attachment', {
    ...{ who: customer, clientToken: 't2', attachmentId: 'f1', name: 'a.pdf' },
    ...{ contentType: 'application/pdf', size: 5 },
  }),
  note: of('note', { who: agent, clientToken: 't3', content: 'patient' }),
  marked: of('marked', { participantId: 'c1', delivered: 3, read: 2 }),
  'customer.gone': of('customer.gone', { since: noon }),
  'customer.back': of('customer.back', {}),
  'participant.left': of('participant.left', { who: agent, agentId: 'a1' }),
  'queue.returned': of('queue.returned', { queueId: 'default' }),
  'queue.transferred': of('queue.transferred', { queueId: 'default', agentId: null, by: 'a1' }),
  'chat.ended': of('chat.ended', { by: 'c1', reason: 'CUSTOMER' }),
  'wrap-up.started': of('wrap-up.started', {
    ...{ participantId: 'p1', agentId: 'a1', until: noon + 60_000, dispositions: [], tags: [] },
  }),
  'wrap-up.finished': of('wrap-up.finished', {
    ...{ participantId: 'p1', agentId: 'a1', reason: 'DONE', outcome: null },
  }),
  'survey.answered': of('survey.answered', {
    ...{ participantId: 'c1', clientToken: 't4', survey: { kind: 'STARS', rating: 5, comment: '' } },
  }),
};
