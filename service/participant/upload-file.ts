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
  /** The widget's current configuration; undefined if it was deleted. */
  widget: (widgetId: string) => Promise<Widget | undefined>;
}

/** A file that a participant uploads, to be posted later. */
export interface NewFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** Bytes, if the sender announces them; otherwise NaN. */
  size: number;
  /** The client's `addressKey`, for limits. */
  address: string;
}

/**
 * Stores a participant's file; resolves once it is durable. Rejects with ATTACHMENTS_DISABLED,
 * TOO_MANY_BYTES, or as {@link Attachments.upload} does.
 */
export async function uploadFile(
  { attachments, clientLimits, widget }: UploadFileOptions,
  { contactId, participantId, widgetId }: Who & { widgetId: string },
  { name, content, size, address }: NewFile,
): Promise<Attachment> {
  if (!(await widget(widgetId))?.features.attachments) throw new ServiceError('ATTACHMENTS_DISABLED');
  if (size > limits.attachmentBytes) throw new ServiceError('ATTACHMENT_TOO_LARGE');
  const count = (bytes: number) => clientLimits.upload({ address, participantId }, bytes);
  // A known size is counted in advance. A file that is refused half-way would use up the allowance of its
  // retry.
  const isKnown = Number.isFinite(size);
  if (isKnown) await count(size);
  const counted = isKnown ? content : countedPieces(content, count);
  return attachments.upload({ contactId, participantId, name, content: counted });
}

/** The same bytes; each piece is counted before it is passed on. */
async function* countedPieces(
  content: AsyncIterable<Uint8Array>,
  count: (bytes: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  for await (const piece of content) {
    await count(piece.length);
    yield piece;
  }
}
