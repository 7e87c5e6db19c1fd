import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ownParticipant } from '../participant/own-participant.js';
import { downloadSchema, sendAttachment } from './attachment-download.js';
import { takeBytes, takeUpload, uploadSchema, uploadValidator } from './attachment-upload.js';

const params = Type.Object({ contactId: Type.String() });
const oneParams = Type.Object({ contactId: Type.String(), attachmentId: Type.String() });

/**
 * The files of a contact for staff. Roles that may read all transcripts may read all files; agents may read
 * those of their own chats.
 */
export const staffAttachmentRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { contacts, attachments } = core;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor', 'agent'));
  takeBytes(app);

  app.post(
    '/',
    { schema: { ...uploadSchema, params }, validatorCompiler: uploadValidator },
    async (request, reply) => {
      if (!request.account) throw new ServiceError('NOT_SIGNED_IN');
      const state = await contacts.state(request.params.contactId);
      const own = state && ownParticipant(state, request.account.agentId);
      if (!own) throw new ServiceError('CONTACT_NOT_FOUND');
      return reply.code(201).send(await takeUpload(core, state, own.participantId, request));
    },
  );

  app.get('/:attachmentId', { schema: { ...downloadSchema, params: oneParams } }, async (request, reply) => {
    const { contactId, attachmentId } = request.params;
    const { account } = request;
    const state = await contacts.state(contactId);
    const isTheirs = state && (account?.role !== 'agent' || ownParticipant(state, account.agentId));
    const attachment = isTheirs ? await attachments.find(state, attachmentId, null) : null;
    return sendAttachment(core, attachment, reply, 'pictures');
  });
};
