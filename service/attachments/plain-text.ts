import { TextDecoder } from 'node:util';
import type { ByteSource } from './byte-source.js';

const chunkBytes = 64 * 1024;

/** Whether it is UTF-8 without NUL, and no SVG: a picture that can hold scripts is neither picture nor text here. */
export async function isPlainText(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let offset = 0; offset < source.size; offset += chunkBytes) {
    const bytes = await source.read(offset, chunkBytes);
    if (bytes.includes(0)) return false;
    const text = decode(decoder, bytes, offset + chunkBytes < source.size);
    if (text === null || (offset === 0 && isSvg(text))) return false;
  }
  return true;
}

function decode(decoder: TextDecoder, bytes: Uint8Array, hasMore: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream: hasMore });
  } catch {
    return null;
  }
}

/** Whether a document's first element is `svg`: before it, XML allows white space, instructions, comments and a type. */
function isSvg(text: string): boolean {
  let rest = text;
  for (;;) {
    const before = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/i.exec(rest)?.[0];
    if (before === undefined) return /^<(?:[\w.-]+:)?svg[\s/>]/i.test(rest);
    rest = rest.slice(before.length);
  }
}
