import { join } from 'node:path';

/** Where the files of one attachment are. */
export interface AttachmentPaths {
  contactFolder: string;
  /** While the file is on its way. */
  part: string;
  content: string;
  facts: string;
  /** Is there from the first byte until the file was said, so that a start finds it without looking at every file. */
  marker: string;
}

/** The layout of a folder of attachments. Only ids of ours become parts of paths: nothing else is looked for. */
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
  /** What a marker is about. */
  readMarker(name: string): { contactId: string; attachmentId: string } {
    const [contactId = '', attachmentId = ''] = name.split('.');
    return { contactId, attachmentId };
  },
};

const isContactId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
