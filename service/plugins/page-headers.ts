import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** The page that the administrator's pages show in a frame; no other page is ever in one. */
const preview = '/admin/preview/';
const isUnder = (path: string, { url }: { url?: string | undefined }): boolean =>
  url?.startsWith(path) ?? false;
/** Pages with widgets on them have the logos that administrators chose, wherever they are. */
const showsWidgets = (request: { url?: string | undefined }): boolean =>
  isUnder(preview, request) || isUnder('/demo/', request);

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
          imgSrc: ["'self'", 'data:', (request) => (showsWidgets(request) ? 'https:' : "'self'")],
          frameSrc: [(request) => (isUnder('/admin/', request) ? "'self'" : "'none'")],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: [(request) => (isUnder(preview, request) ? "'self'" : "'none'")],
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
    app.addHook('onSend', async (request, reply) => {
      if (isUnder(preview, request)) reply.header('x-frame-options', 'SAMEORIGIN');
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    });
  },
  { name: 'page-headers' },
);
