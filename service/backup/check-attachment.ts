import { open, readFile } from 'node:fs/promises';
import { attachmentFiles } from '../backend/embedded/attachments/attachment-files.js';
import { parseFacts } from '../backend/embedded/attachments/attachment-facts.js';
import { contentFault } from '../backend/embedded/attachments/content-fault.js';
import type { NamedAttachment } from './check-records.js';

/** What is wrong with an attachment that a contact names; null if it is intact. */
export async function attachmentProblem(folder: string, named: NamedAttachment): Promise<string | null> {
  const paths = attachmentFiles.paths(folder, named.contactId, named.attachmentId);
  if (!paths) return `contact ${named.contactId} names an attachment with an invalid id`;
  const text = await ifThere(readFile(paths.facts, 'utf8'));
  if (text === null) return `${paths.facts} is missing`;
  const facts = parseFacts(named.attachmentId, text);
  if (!facts) return `${paths.facts} is damaged`;
  const handle = await ifThere(open(paths.content, 'r'));
  if (!handle) return `${paths.content} is missing`;
  const fault = await contentFault(handle, facts).finally(() => handle.close());
  return fault && `${paths.content} is damaged: ${fault}`;
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
