import type { Readable } from 'node:stream';
import { Type, TypeBoxValidatorCompiler, type Static } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { sizeInWords } from '../../shared/in-words.js';
import { limits } from '../../shared/limits.js';
import { safeFileName } from '../../shared/safe-file-name.js';
import { readAttachmentName } from '../attachments/attachment-name.js';
import type { ContactState } from '../contact/contact-state.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';

/** The answer to an upload. */
export const AttachmentAnswerSchema = Type.Object(
  {
    attachmentId: Type.String({ description: 'Post it on the socket within an hour.' }),
    name: Type.String({ description: 'The name under which it is shown and saved.' }),
    contentType: Type.String({ description: 'Detected from the content.' }),
    size: Type.Integer({ description: 'Bytes.' }),
    hasMacros: Type.Optional(Type.Boolean({ description: 'Set if it is a document with macros.' })),
  },
  { $id: 'Attachment' },
);
export const uploadSchema = {
  tags: ['attachments'],
  consumes: ['application/octet-stream'],
  headers: Type.Object({
    'x-attachment-name': Type.Optional(
      Type.String({
        description: `The name, percent-encoded: 1 to ${limits.attachmentNameCharacters} characters, no slashes.`,
      }),
    ),
  }),
  body: Type.Unsafe<Readable | undefined>({
    type: 'string',
    format: 'binary',
    description: `The bytes of the file, ${sizeInWords(limits.attachmentBytes)} at most.`,
  }),
  response: { 201: AttachmentAnswerSchema },
};

/** Leaves the body as a stream: its content is checked later. */
export const uploadValidator: FastifySchemaCompiler<TSchema> = (route) =>
  route.httpPart === 'body' ? (body: unknown) => ({ value: body }) : TypeBoxValidatorCompiler(route);

/**
 * Lets the routes of a scope receive bytes as a stream, and no other body. `atMost` is the time limit of a
 * body in milliseconds (see `body-time`).
 */
export function takeBytes(app: FastifyInstance, atMost = limits.uploadMinutes * 60_000): void {
  app.removeAllContentTypeParsers();
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, bodyTakesAtMost: atMost };
  });
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.addContentTypeParser('*', (_request, _payload, done) => done(notBytes()));
}

/** Stores a participant's file. The result matches {@link AttachmentAnswerSchema}. */
export async function takeUpload(
  { participants }: Pick<Core, 'participants'>,
  { contactId, widgetId }: ContactState,
  participantId: string,
  request: FastifyRequest,
): Promise<Static<typeof AttachmentAnswerSchema>> {
  const body = request.body as Readable | undefined;
  if (!body) throw notBytes();
  const name = readAttachmentName(request.headers['x-attachment-name']);
  const size = Number(request.headers['content-length'] ?? NaN);
  const { attachmentId, contentType, ...taken } = await participants.upload(
    { contactId, widgetId, participantId },
    { name, size, content: bytesOf(body), address: addressKey(request.ip) },
  );
  const safeName = safeFileName({ name, contentType });
  const { hasMacros } = taken;
  return { attachmentId, name: safeName, contentType, size: taken.size, ...(hasMacros && { hasMacros }) };
}

const notBytes = (): ServiceError =>
  new ServiceError('MEDIA_TYPE_UNSUPPORTED', { message: 'Send the bytes, as application/octet-stream.' });

/**
 * The bytes of a request. If the consumer stops early, the rest is drained: otherwise Node reads no further,
 * and browsers don't read an answer before their body is sent.
 */
async function* bytesOf(body: Readable): AsyncIterable<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError('REQUEST_INVALID', { message: 'The upload was interrupted.', cause });
  } finally {
    body.resume();
  }
}
