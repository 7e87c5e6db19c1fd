import type { Attachment } from '../../attachments.js';
import { seal, unseal } from '../sealed-record.js';

/** What is stored beside an attachment's bytes. */
export interface StoredFacts {
  attachment: Attachment;
  /** The CRC-32 of the bytes; releases before 0.2 stored none. */
  sum: number | undefined;
}

/** The text of the file that describes an attachment: sealed, as records of contacts are. */
export const factsText = ({ attachment, sum }: StoredFacts): string =>
  `${seal(attachment.attachmentId, JSON.stringify({ ...attachment, sum }))}\n`;

/** What such a file says; null where it is damaged. Those of releases before 0.2 have no seal. */
export function parseFacts(attachmentId: string, text: string): StoredFacts | null {
  const json = unseal(attachmentId, text.trimEnd());
  if (json === null) return null;
  try {
    const { sum, ...attachment } = JSON.parse(json) as Attachment & { sum?: number };
    return attachment.attachmentId === attachmentId ? { attachment, sum } : null;
  } catch {
    return null;
  }
}
