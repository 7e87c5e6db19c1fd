import { fileURLToPath } from 'node:url';

/** A bucket in an S3-compatible store, and the key that opens it. */
export interface S3Place {
  kind: 's3';
  bucket: string;
  /** Comes before every key, with a slash between; empty for none. */
  prefix: string;
  /** The store's origin; null for Amazon S3 in the region. */
  endpoint: string | null;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
}

/** Where the attachments of several processes are. */
export type AttachmentsPlace = { kind: 'folder'; folder: string } | S3Place;

type Given = (name: string) => string | undefined;

const takes =
  's3://bucket/prefix?endpoint=https://s3.example.com&region=eu-central-1, or the URL of a folder such as file:///mnt/shared/attachments';

/**
 * Reads `ATTACHMENTS_URL`. `given` reads another variable of the environment. Throws a sentence for the operator, which
 * never contains a key.
 */
export function readAttachmentsPlace(text: string, given: Given): AttachmentsPlace {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && (url.username || url.password))
    throw new Error(
      'ATTACHMENTS_URL has a user or a password, but takes none: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  if (url?.protocol === 'file:') return folderOf(url, text);
  if (url?.protocol === 's3:') return bucketOf(url, text, given);
  throw malformed(text);
}

const malformed = (text: string): Error =>
  new Error(`ATTACHMENTS_URL is ${JSON.stringify(text)}, but takes ${takes}.`);

function folderOf(url: URL, text: string): AttachmentsPlace {
  if (url.host || url.search || url.hash) throw malformed(text);
  return { kind: 'folder', folder: fileURLToPath(url) };
}

function bucketOf(url: URL, text: string, given: Given): S3Place {
  const bucket = url.hostname;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  const isPlace =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && /^([\w.-]+(\/[\w.-]+)*)?$/.test(prefix) && !url.port;
  if (!isPlace || url.hash) throw malformed(text);
  for (const name of url.searchParams.keys())
    if (!['endpoint', 'region'].includes(name))
      throw new Error(
        `ATTACHMENTS_URL has the parameter ${JSON.stringify(name)}, but takes endpoint and region.`,
      );
  return {
    kind: 's3',
    bucket,
    prefix,
    endpoint: endpointOf(url.searchParams.get('endpoint')),
    region: regionOf(url.searchParams.get('region') ?? given('AWS_REGION') ?? given('AWS_DEFAULT_REGION')),
    ...keyOf(given),
  };
}

function endpointOf(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username;
  if (isOrigin) return url.origin;
  throw new Error(
    `ATTACHMENTS_URL has the endpoint ${JSON.stringify(text)}, but takes an origin such as https://s3.example.com.`,
  );
}

function regionOf(text = 'us-east-1'): string {
  if (/^[a-z0-9-]{1,40}$/.test(text)) return text;
  throw new Error(
    `The region of ATTACHMENTS_URL is ${JSON.stringify(text)}, but takes a name such as eu-central-1.`,
  );
}

function keyOf(given: Given): Pick<S3Place, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'> {
  const [accessKeyId, secretAccessKey] = [given('AWS_ACCESS_KEY_ID'), given('AWS_SECRET_ACCESS_KEY')];
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, sessionToken: given('AWS_SESSION_TOKEN') };
  const missing = accessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID';
  throw new Error(`ATTACHMENTS_URL names a bucket, but ${missing} is not set.`);
}
