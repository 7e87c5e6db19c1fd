import { limits } from '../../shared/limits.js';
import { ServiceError } from '../errors.js';

/**
 * Control characters (Unicode's Cc), line and paragraph separators, and the marks that turn the direction of text: with
 * those, `invoice\u202Efdp.exe` is read as `invoiceexe.pdf`.
 */
const notInNames = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069/\\]/u;

/**
 * The name in an `X-Attachment-Name` header: percent-encoded, 1 to 256 characters. It is only ever shown, and given to
 * browsers that save the file; nothing here is called by it. Throws ATTACHMENT_NAME_INVALID.
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

/** Endings under which a file of a media type may be saved; the first is added where a name has none of them. */
const endings: Record<string, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/msword': ['doc', 'dot'],
  'application/vnd.ms-excel': ['xls', 'xlt'],
  'application/vnd.ms-powerpoint': ['ppt', 'pps', 'pot'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx', 'dotx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx', 'xltx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx', 'ppsx', 'potx'],
  'text/plain': [
    'txt',
    'text',
    'log',
    'md',
    'csv',
    'tsv',
    'json',
    'xml',
    'yaml',
    'yml',
    'ini',
    'srt',
    'vcf',
    'ics',
  ],
};

/**
 * The value of `Content-Disposition` (RFC 6266 §4.1, RFC 8187 §3.2). Operating systems open a saved file by its ending,
 * so that one which says something else than the content does (`bill.hta`, which is text) gets the content's added.
 */
export function dispositionOf(
  { name, contentType }: { name: string; contentType: string },
  kind: 'attachment' | 'inline',
): string {
  const known = endings[contentType] ?? [];
  const ending = /\.([^.]*)$/.exec(name.trimEnd())?.[1]?.toLowerCase() ?? '';
  const saved = known.length === 0 || known.includes(ending) ? name : `${name}.${known[0]}`;
  const encoded = encodeURIComponent(saved).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
