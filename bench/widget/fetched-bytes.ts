import type { Response } from 'playwright-core';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Bytes {
  raw: number;
  gzip: number;
  brotli: number;
}

const pack = promisify(gzip);
const squeeze = promisify(brotliCompress);
const known = new Map<string, Promise<Bytes>>();

/** The size of these responses' bodies, each compressed separately as a server does: gzip 9 and Brotli 11. */
export async function weigh(fetched: Response[]): Promise<Bytes> {
  const sum: Bytes = { raw: 0, gzip: 0, brotli: 0 };
  for (const response of fetched) {
    // A revalidated response (304) has no body, and costs nothing again.
    const { responseBodySize } = await response.request().sizes();
    if (responseBodySize === 0) continue;
    const bytes = await weighBody(await response.body().catch(() => Buffer.alloc(0)));
    sum.raw += bytes.raw;
    sum.gzip += bytes.gzip;
    sum.brotli += bytes.brotli;
  }
  return sum;
}

/** Cached, because compressing a library of megabytes takes seconds. */
function weighBody(body: Buffer): Promise<Bytes> {
  const key = body.toString('latin1');
  let bytes = known.get(key);
  if (!bytes) known.set(key, (bytes = compress(body)));
  return bytes;
}

async function compress(body: Buffer): Promise<Bytes> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const [packed, squeezed] = await Promise.all([pack(body, { level: 9 }), squeeze(body, { params })]);
  return { raw: body.length, gzip: packed.length, brotli: squeezed.length };
}
