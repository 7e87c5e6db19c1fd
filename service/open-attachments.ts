import { join } from 'node:path';
import type { AttachmentsPlace } from './attachments-url.js';
import type { SharedAttachments } from './backend/attachments.js';
import { openEmbeddedAttachments } from './backend/embedded/attachments/attachments.js';
import { dataFolderNames } from './backend/embedded/data-folder/names.js';
import type { Clock } from './clock.js';
import type { Settings } from './settings.js';

/** Where several processes have their attachments. */
export const attachmentsPlace = ({
  attachments,
  dataDir,
}: Pick<Settings, 'attachments' | 'dataDir'>): AttachmentsPlace =>
  attachments ?? { kind: 'folder', folder: join(dataDir, dataFolderNames.attachments) };

export interface OpenAttachmentsOptions {
  clock: Clock;
  /** Milliseconds that an upload of any process takes at most. */
  uploadTakesAtMost: number;
}

/** Opens attachments that several processes share. Rejects with a sentence for the operator. */
export async function openAttachmentsAt(
  place: AttachmentsPlace,
  options: OpenAttachmentsOptions,
): Promise<SharedAttachments> {
  if (place.kind === 'folder') return openEmbeddedAttachments({ folder: place.folder, ...options });
  // Only those who use it load it.
  const { openS3Attachments } = await import('./backend/s3/attachments.js');
  return openS3Attachments({ ...place, ...options });
}
