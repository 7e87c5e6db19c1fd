import { TextDecoder } from 'node:util';
import type { ByteSource } from './byte-source.js';
import { SvgDetector } from './svg-detector.js';

const chunkBytes = 64 * 1024;

/**
 * Whether the content is UTF-8 without NUL and no SVG: SVG can hold scripts, so it is accepted neither as a
 * picture nor as text.
 */
export async function isPlainText(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const detector = new SvgDetector();
  let isSvg: boolean | null = null;
  for (let offset = 0; offset < source.size; offset += chunkBytes) {
    const bytes = await source.read(offset, chunkBytes);
    if (bytes.includes(0)) return false;
    const isEnd = offset + chunkBytes >= source.size;
    const text = decode(decoder, bytes, !isEnd);
    if (text === null) return false;
    isSvg ??= detector.feed(text, isEnd);
    if (isSvg) return false;
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
