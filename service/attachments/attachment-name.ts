import contentDisposition from 'content-disposition';
import { limits } from '../../shared/limits.js';
import { safeFileName } from '../../shared/safe-file-name.js';
import { ServiceError } from '../errors.js';

/**
 * Control characters (Unicode's Cc), line and paragraph separators, and the marks that change the direction
 * of text: with those, `invoice\u202Efdp.exe` is displayed as `invoiceexe.pdf`.
 */
const notInNames = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069/\\]/u;

/**
 * Decodes the name in an `X-Attachment-Name` header (percent-encoded) and checks its length. The service only
 * displays the name and gives it to browsers that save the file; no file on the disk has this name. Throws
 * ATTACHMENT_NAME_INVALID.
 */
export function readAttachmentName(header: string | string[] | undefined): string {
  const name = typeof header === 'string' && /^[\x20-\x7e]*$/.test(header) ? decode(header) : null;
  const isName =
    name !== null &&
    name.trim() !== '' &&
    name.length <= limits.attachmentNameCharacters &&
    !notInNames.test(name) &&
    !/^\.+$/.test(name);
  if (!isName) throw new ServiceError('ATTACHMENT_NAME_INVALID');
  return name;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * The value of `Content-Disposition` (RFC 6266 §4.1, RFC 8187 §3.2) with the file's safe name. The plain
 * `filename` parameter is ASCII only: browsers differ in how they read other bytes of a header.
 */
export function dispositionOf(
  file: { name: string; contentType: string },
  kind: 'attachment' | 'inline',
): string {
  const name = safeFileName(file);
  return contentDisposition(name, { type: kind, fallback: name.replace(/[^\x20-\x7e]/g, '_') });
}
