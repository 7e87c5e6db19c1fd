import type { RestError } from '../shared/rest-error.js';
import type { ItemAttachment } from '../shared/transcript-item.js';
import { ChatError } from './chat-error.js';

/** A file that the service has, and that can be said. */
export type UploadedFile = ItemAttachment & { contentType: string };

/** Sends a file's bytes; `progress` hears which part of them, from 0 to 1, is there. */
export type Transfer = (
  file: { name: string; file: Blob },
  progress: (sent: number) => void,
) => {
  /** Rejects with {@link ChatError}: the service's code, or CONNECTION_LOST. */
  done: Promise<UploadedFile>;
  cancel: () => void;
};

/** Where a chat's files go to and come from, and by whose right. */
export interface FilesAddress {
  url: string;
  headers: Record<string, string>;
}

/** Transfers files to an address, asked for each time. By XMLHttpRequest: `fetch` tells of no progress. */
export const createTransfer =
  (address: () => FilesAddress): Transfer =>
  ({ name, file }, progress) => {
    const request = new XMLHttpRequest();
    const done = new Promise<UploadedFile>((resolve, reject) => {
      const { url, headers } = address();
      request.open('POST', url);
      for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
      request.setRequestHeader('content-type', 'application/octet-stream');
      // Half a surrogate pair has no percent-encoding.
      request.setRequestHeader('x-attachment-name', encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')));
      request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
      request.onload = () =>
        request.status === 201
          ? resolve(JSON.parse(request.responseText) as UploadedFile)
          : reject(refusalOf(request));
      request.onerror = request.onabort = () => reject(connectionLost());
      request.send(file);
    });
    return { done, cancel: () => request.abort() };
  };

/** Reads a file's bytes. Rejects with {@link ChatError}. */
export async function readFile({ url, headers }: FilesAddress, attachmentId: string): Promise<Blob> {
  const answer = await fetch(`${url}/${encodeURIComponent(attachmentId)}`, { headers });
  if (!answer.ok) throw new ChatError('ATTACHMENT_NOT_FOUND', 'The file could not be read.');
  return answer.blob();
}

const connectionLost = (): ChatError => new ChatError('CONNECTION_LOST', 'The connection was lost.');

/** What answers instead of the service (a proxy) has no code of ours: a larger number may pass, the others will not. */
function refusalOf({ status, responseText }: XMLHttpRequest): ChatError {
  try {
    const { code, message } = JSON.parse(responseText) as RestError;
    if (typeof code === 'string') return new ChatError(code, message);
  } catch {
    // Not the service's words.
  }
  if (status >= 500) return connectionLost();
  return new ChatError(
    status === 413 ? 'ATTACHMENT_TOO_LARGE' : 'REQUEST_INVALID',
    `Refused with ${status}.`,
  );
}
