import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { AgentView } from '../auth/agent-account.js';
import type { ContactState } from '../contact/contact-state.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ownParticipant } from '../participant/own-participant.js';
import { staffTranscript } from './staff-transcript.js';
import { transcriptText } from './transcript-text.js';

const params = Type.Object({ contactId: Type.String() });
const query = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('text')])) },
  { additionalProperties: false },
);
const tags = ['contacts'];

/**
 * Transcripts by REST, with private notes. Agents read those of their own chats, and of a contact that rings at them, so
 * that they know it before they accept.
 */
export const contactTranscriptRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { log } = core.contacts;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor', 'agent'));

  app.get(
    '/:contactId/transcript',
    { schema: { tags, params, querystring: query, produces: ['application/json', 'text/plain'] } },
    async (request, reply) => {
      const { contactId } = request.params;
      const summary = await log.summary(contactId);
      if (!summary || !(await mayRead(request.account, contactId)))
        throw new ServiceError('CONTACT_NOT_FOUND');
      const items = await staffTranscript(log, contactId);
      const isText = request.query.format === 'text' || request.headers.accept === 'text/plain';
      if (isText) return reply.type('text/plain; charset=utf-8').send(transcriptText(items, summary.survey));
      return reply.send({ contactId, items });
    },
  );

  async function mayRead(account: AgentView | null, contactId: string): Promise<boolean> {
    if (account?.role !== 'agent') return true;
    const state = await core.contacts.state(contactId);
    return state !== null && isTheirs(state, account.agentId);
  }
};

const isTheirs = (state: ContactState, agentId: string): boolean =>
  state.offer?.agentId === agentId || ownParticipant(state, agentId) !== undefined;
