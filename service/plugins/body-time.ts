import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ServiceError } from '../errors.js';
import { hasBody } from './has-body.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Milliseconds within which a request's body must arrive. Default: see {@link bodyTime}. */
    bodyTakesAtMost?: number;
  }
}

export interface BodyTimeOptions {
  /** Seconds for routes that don't set their own time; null for no limit. */
  seconds: number | null;
}

/**
 * Limits the time in which a request's body must arrive, whether or not its sender is authorized. A late body
 * gets REQUEST_TIMEOUT and its connection is closed. Node's `requestTimeout` is the same for all routes, so
 * it can't tell uploads from small bodies.
 */
export const bodyTime = fp(
  async (app: FastifyInstance, { seconds }: BodyTimeOptions) => {
    /** The stream through which each request's parser reads the body. */
    const streams = new WeakMap<IncomingMessage, PassThrough>();

    app.addHook('onRequest', (request, reply, done) => {
      const { raw } = request;
      if (hasBody(request)) {
        const bound = request.routeOptions.config?.bodyTakesAtMost ?? (seconds && seconds * 1000);
        const timer = bound && setTimeout(() => expire(request, reply), bound).unref();
        if (timer) raw.once('close', () => clearTimeout(timer));
      }
      done();
    });

    app.addHook('preParsing', (request, _reply, payload, done) => {
      if (!hasBody(request)) return done(null, payload);
      const bounded = new PassThrough();
      streams.set(request.raw, bounded);
      // Without a listener, the error of a body that no parser reads would end the process.
      bounded.on('error', () => undefined);
      payload.once('error', (error: Error) => bounded.destroy(error));
      payload.once('aborted', () => bounded.destroy(new Error('The request was aborted.')));
      done(null, payload.pipe(bounded));
    });

    function expire({ raw }: FastifyRequest, reply: FastifyReply): void {
      if (raw.complete) return;
      const stream = streams.get(raw);
      // The answer was sent already, or no parser reads the body: no request is left to answer.
      if (reply.sent || !stream || stream.destroyed) return void raw.destroy();
      void reply.header('connection', 'close');
      raw.unpipe(stream);
      stream.destroy(new ServiceError('REQUEST_TIMEOUT'));
    }
  },
  { name: 'body-time' },
);
