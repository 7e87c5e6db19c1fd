import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { ContactState } from '../contact/contact-state.js';
import type { Core } from '../core.js';
import { addressKey } from '../limits/address-key.js';
import { downloadSchema, sendAttachment } from './attachment-download.js';
import { bearerOf } from './bearer-of.js';
import { takeBytes, takeUpload, uploadSchema, uploadValidator } from './attachment-upload.js';

const params = Type.Object({ widgetId: Type.String() });
const oneParams = Type.Object({ widgetId: Type.String(), attachmentId: Type.String() });

/**
 * A customer's files, authorized by the participant token of the chat. Register it within `website-access`.
 */
export const customerAttachmentRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  takeBytes(app);

  app.post(
    '/',
    { schema: { ...uploadSchema, params }, validatorCompiler: uploadValidator },
    async (request, reply) => {
      const state = await chatOf(request, request.params.widgetId);
      return reply.code(201).send(await takeUpload(core, state, state.participantId, request));
    },
  );

  app.get('/:attachmentId', { schema: { ...downloadSchema, params: oneParams } }, async (request, reply) => {
    const { widgetId, attachmentId } = request.params;
    const state = await chatOf(request, widgetId);
    const attachment = await core.attachments.find(state, attachmentId, state.participantId);
    return sendAttachment(core, attachment, reply, 'nothing');
  });

  /** Rejects with PARTICIPANT_REFUSED. */
  function chatOf(request: FastifyRequest, widgetId: string): Promise<ContactState> {
    const from = { widgetId, address: addressKey(request.ip) };
    return core.participants.open(from, bearerOf(request));
  }
};
