import { join } from 'node:path';

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
 * The layout of a folder of attachments. Only valid ids become parts of paths, so that no id can lead
 * elsewhere.
 */
export const attachmentFiles = {
  unsaidFolder: (root: string): string => join(root, 'unsaid'),
  contactFolder: (root: string, contactId: string): string | null =>
    isContactId(contactId) ? join(root, contactId) : null,
  paths(root: string, contactId: string, attachmentId: string): AttachmentPaths | null {
    if (!isContactId(contactId) || !/^[0-9a-f]{32}$/.test(attachmentId)) return null;
    const content = join(root, contactId, attachmentId);
    return {
      contactFolder: join(root, contactId),
      part: `${content}.part`,
      content,
      facts: `${content}.json`,
      marker: join(root, 'unsaid', `${contactId}.${attachmentId}`),
    };
  },
  isFacts: (name: string): boolean => name.endsWith('.json'),
  /** The ids in a marker's name. */
  readMarker(name: string): { contactId: string; attachmentId: string } {
    const [contactId = '', attachmentId = ''] = name.split('.');
    return { contactId, attachmentId };
  },
};

const isContactId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
