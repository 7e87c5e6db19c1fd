import { memberOf } from './s3-failure.js';

/** An object in a list. */
export interface Listed {
  key: string;
  /** Milliseconds since 1970, by the store's clock. */
  modifiedAt: number;
}

/** One answer of ListObjectsV2: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export interface ListPage {
  objects: Listed[];
  /** Continues the list; null at its end. */
  next: string | null;
}

/**
 * Reads such an answer. Keys of this program have letters, digits and `._/-` only, which XML does not escape: other keys
 * are not its own, and are left out.
 */
export function readListPage(xml: string): ListPage {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, content = '']) => {
    const key = memberOf(content, 'Key');
    const modifiedAt = Date.parse(memberOf(content, 'LastModified') ?? '');
    return key !== null && /^[\w./-]+$/.test(key) ? [{ key, modifiedAt }] : [];
  });
  const isCut = memberOf(xml, 'IsTruncated') === 'true';
  return { objects, next: isCut ? memberOf(xml, 'NextContinuationToken') : null };
}
