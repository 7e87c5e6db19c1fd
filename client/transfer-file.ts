import type { RestError } from '../shared/rest-error.js';
import type { ItemAttachment } from '../shared/transcript-item.js';
import { ChatError } from './chat-error.js';

/** A file that is uploaded and can be sent. */
export type UploadedFile = ItemAttachment & { contentType: string };

/** Uploads a file; `progress` is called with the uploaded share, from 0 to 1. */
export type Transfer = (
  file: { name: string; file: Blob },
  progress: (sent: number) => void,
) => {
  /** Rejects with {@link ChatError}: the service's code, or CONNECTION_LOST. */
  done: Promise<UploadedFile>;
  cancel: () => void;
};

/** The address of a chat's files, and the headers that authorise requests. */
export interface FilesAddress {
  url: string;
  headers: Record<string, string>;
}

/**
 * Uploads files to an address, which is asked for each time. Uses XMLHttpRequest, because `fetch` reports no
 * progress.
 */
export const createTransfer =
  (address: () => FilesAddress): Transfer =>
  ({ name, file }, progress) => {
    const request = new XMLHttpRequest();
    const done = new Promise<UploadedFile>((resolve, reject) => {
      const { url, headers } = address();
      request.open('POST', url);
      for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
      request.setRequestHeader('content-type', 'application/octet-stream');
      // A lone surrogate can't be percent-encoded.
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

/** Downloads a file. Rejects with {@link ChatError}. */
export async function readFile({ url, headers }: FilesAddress, attachmentId: string): Promise<Blob> {
  const answer = await fetch(`${url}/${encodeURIComponent(attachmentId)}`, { headers });
  if (!answer.ok) throw new ChatError('ATTACHMENT_NOT_FOUND', 'The file could not be read.');
  return answer.blob();
}

const connectionLost = (): ChatError => new ChatError('CONNECTION_LOST', 'The connection was lost.');

/** An answer without a code comes from a proxy: a server error may be temporary, other errors are permanent. */
function refusalOf({ status, responseText }: XMLHttpRequest): ChatError {
  try {
    const { code, message } = JSON.parse(responseText) as RestError;
    if (typeof code === 'string') return new ChatError(code, message);
  } catch {
    // The body is not the service's.
  }
  if (status >= 500) return connectionLost();
  return new ChatError(
    status === 413 ? 'ATTACHMENT_TOO_LARGE' : 'REQUEST_INVALID',
    `Refused with ${status}.`,
  );
}
