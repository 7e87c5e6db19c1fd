import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../attachments/attachment-name.js';
import { pictureTypes } from '../attachments/media-type.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Attachment } from '../backend/attachments.js';

export const downloadSchema = {
  tags: ['attachments'],
  response: {
    200: {
      description: 'The bytes of the file.',
      content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
    },
  },
};

/** Whether browsers show pictures inline, or save every file. */
export type Showing = 'pictures' | 'nothing';

/**
 * Sends a file. Its content can't run: the type was detected from the content, browsers don't guess another,
 * and a Content-Security-Policy disables scripts. Rejects with ATTACHMENT_NOT_FOUND for every reason.
 */
export async function sendAttachment(
  { attachments }: Core,
  attachment: Attachment | null,
  reply: FastifyReply,
  showing: Showing,
): Promise<FastifyReply> {
  const bytes = attachment && (await attachments.read(attachment.contactId, attachment.attachmentId));
  if (!bytes) throw new ServiceError('ATTACHMENT_NOT_FOUND');
  const { contentType, size } = attachment;
  const isShown = showing === 'pictures' && pictureTypes.some((type) => type === contentType);
  return reply
    .headers({
      'content-type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
      'content-length': size,
      'content-disposition': dispositionOf(attachment, isShown ? 'inline' : 'attachment'),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}
