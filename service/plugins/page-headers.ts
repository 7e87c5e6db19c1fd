import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/**
 * Headers of every answer: pages run under a strict Content-Security-Policy with Trusted Types, and can't be framed.
 * `connect-src` names the sockets' origin too, because Safari before 15.4 does not count it to 'self'.
 */
export const pageHeaders = fp(
  async (app: FastifyInstance, { publicUrl }: { publicUrl: string }) => {
    const isSecure = publicUrl.startsWith('https:');
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ['lit-html'],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      // The widget's files are loaded by other websites' pages: that is what they are for.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: isSecure,
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    });
  },
  { name: 'page-headers' },
);
