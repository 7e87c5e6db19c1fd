import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { AgentView } from '../auth/agent-account.js';
import type { ContactState } from '../contact/contact-state.js';
import type { Entry } from '../contact/entry.js';
import { toItem, toNoteItem } from '../contact/to-item.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ownParticipant } from '../participant/own-participant.js';
import { transcriptText } from './transcript-text.js';

const params = Type.Object({ contactId: Type.String() });
const query = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('text')])) },
  { additionalProperties: false },
);
const tags = ['contacts'];
const pageSize = 500;

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
      const items = await transcript(contactId);
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

  async function transcript(contactId: string): Promise<TranscriptItem[]> {
    const items: TranscriptItem[] = [];
    for (let after = 0; ;) {
      const entries = await log.read(contactId, after, pageSize);
      for (const entry of entries) {
        const item = itemForStaff(contactId, entry);
        if (item) items.push(item);
      }
      if (entries.length < pageSize) return items;
      after = entries.at(-1)!.seq;
    }
  }
};

const isTheirs = (state: ContactState, agentId: string): boolean =>
  state.offer?.agentId === agentId || ownParticipant(state, agentId) !== undefined;

const itemForStaff = (contactId: string, entry: Entry): TranscriptItem | null =>
  entry.kind === 'note' ? toNoteItem(contactId, entry) : toItem(contactId, entry);
