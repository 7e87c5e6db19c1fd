import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.js';
import type { Put, Versioned } from '../backend/configuration.js';

/** The entity tag of a document (RFC 9110 §8.8.3): its version. */
export const entityTag = ({ version }: Versioned<unknown>): string => `"${version}"`;

/** The version that `If-Match` requires; undefined if there is no such header or it accepts any version. */
export function expectedVersion(request: FastifyRequest): number | undefined {
  const tag = request.headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const version = /^"(\d+)"$/.exec(tag)?.[1];
  // Any other tag isn't ours, so it can't match.
  if (version === undefined) throw new ServiceError('VERSION_CONFLICT');
  return Number(version);
}

/**
 * Returns the stored document and sets its entity tag. Throws VERSION_CONFLICT if it was changed meanwhile.
 */
export function putAnswer<T>(reply: FastifyReply, put: Put<T>): Versioned<T> {
  if (!put.ok) throw new ServiceError('VERSION_CONFLICT');
  void reply.header('etag', entityTag(put.document));
  return put.document;
}
