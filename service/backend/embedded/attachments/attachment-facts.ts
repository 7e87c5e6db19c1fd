import type { Attachment } from '../../attachments.js';
import { seal, unseal } from '../sealed-record.js';

/** The facts that are stored beside an attachment's bytes. */
export interface StoredFacts {
  attachment: Attachment;
  /** The CRC-32 of the bytes; releases before 0.2 stored none. */
  sum: number | undefined;
}

/** Serializes the facts of an attachment, sealed like the records of contacts. */
export const factsText = ({ attachment, sum }: StoredFacts): string =>
  `${seal(attachment.attachmentId, JSON.stringify({ ...attachment, sum }))}\n`;

/** Parses such a text; null if it is damaged. Files of releases before 0.2 have no seal. */
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
