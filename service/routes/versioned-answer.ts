import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.js';
import type { Put, Versioned } from '../backend/configuration.js';

/** The entity tag of a document (RFC 9110 §8.8.3): its version. */
export const entityTag = ({ version }: Versioned<unknown>): string => `"${version}"`;

/** The version that an `If-Match` demands; undefined where there is none, or any will do. */
export function expectedVersion(request: FastifyRequest): number | undefined {
  const tag = request.headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const version = /^"(\d+)"$/.exec(tag)?.[1];
  // Whatever else it names, it is no version of ours: it cannot match.
  if (version === undefined) throw new ServiceError('VERSION_CONFLICT');
  return Number(version);
}

/** The document that was put, with its tag on the answer; VERSION_CONFLICT where somebody else was faster. */
export function putAnswer<T>(reply: FastifyReply, put: Put<T>): Versioned<T> {
  if (!put.ok) throw new ServiceError('VERSION_CONFLICT');
  void reply.header('etag', entityTag(put.document));
  return put.document;
}
