import { posix } from 'node:path';
import type { AttachmentIds } from '../../attachments.js';

/** The paths of one attachment's files. */
export interface AttachmentPaths {
  contactFolder: string;
  /** The bytes while the upload is in progress. */
  part: string;
  content: string;
  facts: string;
  /**
   * Exists from the first byte until the file is posted, so that a start finds unsaid files without reading
   * the whole folder.
   */
  marker: string;
}

/**
 * The layout of a folder of attachments, and of a bucket. Only valid ids become parts of paths, so that no id can lead
 * elsewhere.
 */
export const attachmentFiles = {
  unsaidFolder: (root: string): string => posix.join(root, 'unsaid'),
  contactFolder: (root: string, contactId: string): string | null =>
    isContactId(contactId) ? posix.join(root, contactId) : null,
  paths(root: string, contactId: string, attachmentId: string): AttachmentPaths | null {
    if (!isContactId(contactId) || !/^[0-9a-f]{32}$/.test(attachmentId)) return null;
    const content = posix.join(root, contactId, attachmentId);
    return {
      contactFolder: posix.join(root, contactId),
      part: `${content}.part`,
      content,
      facts: `${content}.json`,
      marker: posix.join(root, 'unsaid', `${contactId}.${attachmentId}`),
    };
  },
  isFacts: (name: string): boolean => name.endsWith('.json'),
  /** The ids in the path of a file's facts, from the root on; null for every other file. */
  readFacts(path: string): AttachmentIds | null {
    const [, contactId = '', attachmentId = ''] = /^([0-9a-f-]{36})\/([0-9a-f]{32})\.json$/.exec(path) ?? [];
    return contactId === '' ? null : { contactId, attachmentId };
  },
  /** The ids in a marker's name. */
  readMarker(name: string): AttachmentIds {
    const [contactId = '', attachmentId = ''] = name.split('.');
    return { contactId, attachmentId };
  },
};

const isContactId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
