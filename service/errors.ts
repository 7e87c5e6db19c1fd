import createError from '@fastify/error';
import type { ErrorCode } from '../shared/protocol/codes.js';

/**
 * Every error that leaves the service, by code: its message (`%s` filled in by the thrower) and HTTP status. Codes are
 * stable; `docs/errors.md` explains each, and a test holds the two lists together.
 */
const define = createError;

/** An error about one member of what was sent: its JSON pointer (RFC 6901) travels in the answer. */
export class FieldError extends Error {
  constructor(
    readonly code: string,
    readonly pointer: string,
    message: string,
    readonly statusCode = 400,
  ) {
    super(message);
    this.name = 'FieldError';
  }
}
/** A refusal by the domain: a code of the socket vocabulary, thrown by whoever carries it to an edge. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly pointer?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const TemporarilyUnavailable = define(
  'TEMPORARILY_UNAVAILABLE',
  'Nothing can be stored at the moment. Try again in a little while.',
  503,
);
