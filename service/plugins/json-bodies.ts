import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { limits } from '../../shared/limits.js';
import { ServiceError } from '../errors.js';

/**
 * Parses JSON bodies; other types are refused. A body must be UTF-8. Its nesting and its number of values are
 * limited before any code walks through it: such code may recurse, or spread a list into arguments.
 */
export const jsonBodies = fp(
  async (app: FastifyInstance) => {
    const parse = app.getDefaultJsonParser('error', 'error');
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (request: FastifyRequest, bytes: Buffer, done) => {
        const text = textOf(bytes);
        boundStructure(bytes);
        void parse(request, text, (error: Error | null, body: unknown) => {
          const overflow = error ? null : pointerToOverflow(text, body);
          if (overflow !== null) return done(numberTooLarge(overflow));
          done(error, body);
        });
      },
    );
  },
  { name: 'json-bodies' },
);

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ServiceError('BODY_NOT_UTF8', { cause });
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Works on bytes: in UTF-8, no byte of a longer character equals one of JSON's signs. */
function boundStructure(bytes: Buffer): void {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === comma) values += 1;
    else if (opening.has(byte)) {
      depth += 1;
      values += 1;
    } else if (closing.has(byte)) depth -= 1;
    if (depth > limits.bodyDepth) throw new ServiceError('BODY_TOO_DEEP');
    if (values > limits.bodyValues) throw new ServiceError('BODY_TOO_MANY_VALUES');
  }
}

function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === quote) return at;
    if (bytes[at] === backslash) at += 1;
  }
  return bytes.length;
}

/** A number that may exceed 1.8e308: JavaScript reads it as Infinity, which JSON can't represent. */
const mayOverflow = /\d{300}|[eE]\+?\d{2}/;

/** The JSON pointer of a number that was read as Infinity; null if there is none. */
function pointerToOverflow(text: string, body: unknown): string | null {
  return mayOverflow.test(text) ? pointerToInfinity(body, '') : null;
}

function pointerToInfinity(value: unknown, pointer: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : pointer;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const found = pointerToInfinity(each, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
}

const numberTooLarge = (pointer: string): ServiceError =>
  new ServiceError('REQUEST_INVALID', { pointer, message: `${pointer} is a number beyond 1.8e308.` });
