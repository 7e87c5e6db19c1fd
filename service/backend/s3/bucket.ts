import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import type { Clock } from '../../clock.js';
import { readListPage, type Listed } from './list-page.js';
import { mayPass, S3Failure } from './s3-failure.js';

/** A bucket, and the key that opens it. */
export interface BucketOptions {
  bucket: string;
  /** The store's origin; null for Amazon S3. */
  endpoint: string | null;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  clock: Pick<Clock, 'later'>;
}

/** Bytes that are sent; `open` is called again for each attempt. */
export interface Body {
  size: number;
  /** In hexadecimal. The store refuses bytes that do not match it. */
  sha256: string;
  open(): Readable;
}

interface Request {
  method: 'GET' | 'PUT' | 'DELETE';
  key: string;
  search?: Record<string, string>;
  body?: Body;
}

const attemptsAtMost = 4;
/** Milliseconds before the second attempt; each further one waits twice as long. */
const firstPause = 100;
/** Milliseconds until the answer begins. */
const answersWithin = 15_000;
/** The same for a request that first sends a file. */
const takesFileWithin = 120_000;

export const bodyOf = (text: string): Body => ({
  size: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
  open: () => Readable.from(text === '' ? [] : [Buffer.from(text)]),
});
const noBody = bodyOf('');

/**
 * The objects of one bucket in an S3-compatible store, over its REST interface. Requests are signed, bytes included
 * (AWS Signature Version 4). Every request can be repeated without harm, and is, if the store did not answer or was busy.
 * An object is stored whole or not at all.
 */
export class Bucket {
  readonly #options: BucketOptions;
  readonly #base: string;

  constructor(options: BucketOptions) {
    this.#options = options;
    this.#base = baseOf(options);
  }

  /** The place of an object, for the operator. */
  placeOf(key: string): string {
    return `s3://${this.#options.bucket}/${key}`;
  }

  /** Creates the bucket. */
  async create(): Promise<void> {
    await this.#drained({ method: 'PUT', key: '' });
  }

  /** Stores an object, in place of one that has this key. */
  async put(key: string, body: Body): Promise<void> {
    await this.#drained({ method: 'PUT', key, body });
  }

  /** The bytes of an object, and their number if the store says it; null if there is none. */
  async read(key: string): Promise<{ size: number | null; content: Readable } | null> {
    const response = await this.#send({ method: 'GET', key });
    if (response.status === 404 && (await this.#isNoObject(key, response))) return null;
    await this.#refuse(key, response);
    const size = response.headers.get('content-length');
    const content = response.body ? Readable.fromWeb(response.body as never) : Readable.from([]);
    return { size: size === null ? null : Number(size), content };
  }

  /** Removes an object, if it is there. */
  async remove(key: string): Promise<void> {
    await this.#drained({ method: 'DELETE', key });
  }

  /** All objects whose keys begin with `prefix`, in order. */
  async *list(prefix: string): AsyncGenerator<Listed> {
    for (let next: string | null | undefined; next !== null;) {
      const search: Record<string, string> = { 'list-type': '2', prefix };
      if (next !== undefined) search['continuation-token'] = next;
      const response = await this.#send({ method: 'GET', key: '', search });
      await this.#refuse(prefix, response);
      const page = readListPage(await response.text());
      yield* page.objects;
      next = page.next;
    }
  }

  /** The store's clock: milliseconds since 1970. */
  async now(): Promise<number> {
    const search = { 'list-type': '2', 'max-keys': '1' };
    const response = await this.#send({ method: 'GET', key: '', search });
    await this.#refuse('', response);
    await response.body?.cancel();
    return Date.parse(response.headers.get('date') ?? '');
  }

  async #drained(request: Request): Promise<void> {
    const response = await this.#send(request);
    // Some stores answer 404 if there is nothing to remove.
    const isGone = request.method === 'DELETE' && response.status === 404;
    if (isGone && (await this.#isNoObject(request.key, response))) return;
    await this.#refuse(request.key, response);
    await response.body?.cancel();
  }

  /** Whether a 404 means the object; a bucket that is missing is the operator's mistake. */
  async #isNoObject(key: string, response: Response): Promise<boolean> {
    const said = await response.text();
    if (said.includes('NoSuchBucket')) throw new S3Failure(this.placeOf(key), response.status, said);
    return true;
  }

  async #refuse(key: string, response: Response): Promise<void> {
    if (response.ok) return;
    throw new S3Failure(this.placeOf(key), response.status, await response.text());
  }

  async #send(request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === attemptsAtMost;
      try {
        const response = await this.#once(request);
        if (isLast || !mayPass(response.status)) return response;
        await response.body?.cancel();
      } catch (error) {
        if (isLast) throw unreachable(this.placeOf(request.key), error);
      }
      await this.#pause(firstPause * 2 ** (attempt - 1));
    }
  }

  async #once(request: Request): Promise<Response> {
    const { method, key, search = {}, body } = request;
    const { accessKeyId, secretAccessKey, sessionToken, region, clock } = this.#options;
    const url = new URL(key === '' ? this.#base : `${this.#base}/${key}`);
    for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
    const { sha256 } = body ?? noBody;
    const signer = new AwsV4Signer({
      ...{ method, url: url.href, accessKeyId, secretAccessKey, region, service: 's3' },
      ...(sessionToken !== undefined && { sessionToken }),
      headers: { 'x-amz-content-sha256': sha256 },
    });
    const { headers } = await signer.sign();
    if (body) headers.set('content-length', String(body.size));
    const given = new AbortController();
    const undo = clock.later(body?.size ? takesFileWithin : answersWithin, () =>
      given.abort(new Error('The store did not answer in time.')),
    );
    const sent = { method, headers, signal: given.signal, redirect: 'error' as const };
    try {
      return await fetch(url, body ? { ...sent, ...streamOf(body) } : sent);
    } finally {
      undo();
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#options.clock.later(milliseconds, resolve));
  }
}

/** `duplex` is required for a body that is a stream (Fetch Standard, `RequestInit`). */
const streamOf = (body: Body): RequestInit =>
  body.size === 0
    ? { body: '' }
    : ({ body: Readable.toWeb(body.open()), duplex: 'half' } as unknown as RequestInit);

/** Amazon's buckets have host names of their own; other stores are addressed by path. */
function baseOf({ bucket, endpoint, region }: BucketOptions): string {
  if (endpoint !== null) return `${endpoint}/${bucket}`;
  // A certificate for *.s3.… does not cover a name with a dot.
  const isHost = !bucket.includes('.');
  const host = `s3.${region}.amazonaws.com`;
  return isHost ? `https://${bucket}.${host}` : `https://${host}/${bucket}`;
}

function unreachable(place: string, error: unknown): Error {
  const cause = (error as Error).cause ?? error;
  return new Error(`${place}: the store could not be reached: ${(cause as Error).message}`, { cause: error });
}
