import { limits } from '../../shared/limits.js';
import type { Widget } from '../../shared/widget-config.js';
import type { Attachments } from '../attachments/attachments.js';
import { ServiceError } from '../errors.js';
import type { ClientLimits } from '../limits/client-limits.js';
import type { Attachment } from '../backend/attachments.js';
import type { Who } from './who.js';

export interface UploadFileOptions {
  attachments: Pick<Attachments, 'upload'>;
  clientLimits: Pick<ClientLimits, 'upload'>;
  /** As it is now; undefined where it is gone. */
  widget: (widgetId: string) => Promise<Widget | undefined>;
}

/** A file that a participant uploads, to send it afterwards. */
export interface NewFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** Bytes, where the sender says so beforehand; else NaN. */
  size: number;
  /** Under which key limits count the client's address. */
  address: string;
}

/**
 * Takes a participant's file; resolves once it is durable. Rejects with ATTACHMENTS_DISABLED, TOO_MANY_BYTES, or as
 * {@link Attachments.upload} does.
 */
export async function uploadFile(
  { attachments, clientLimits, widget }: UploadFileOptions,
  { contactId, participantId, widgetId }: Who & { widgetId: string },
  { name, content, size, address }: NewFile,
): Promise<Attachment> {
  if (!(await widget(widgetId))?.features.attachments) throw new ServiceError('ATTACHMENTS_DISABLED');
  if (size > limits.attachmentBytes) throw new ServiceError('ATTACHMENT_TOO_LARGE');
  const count = (bytes: number) => clientLimits.upload({ address, participantId }, bytes);
  // Counted as a whole where the size is known: a file that is refused half-way would use up what its retry needs.
  const isKnown = Number.isFinite(size);
  if (isKnown) await count(size);
  const counted = isKnown ? content : countedPieces(content, count);
  return attachments.upload({ contactId, participantId, name, content: counted });
}

/** The same bytes, each piece counted before it is passed on. */
async function* countedPieces(
  content: AsyncIterable<Uint8Array>,
  count: (bytes: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  for await (const piece of content) {
    await count(piece.length);
    yield piece;
  }
}
