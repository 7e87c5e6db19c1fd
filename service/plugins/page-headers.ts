import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import helmet from 'helmet';

/** A kind of page, with what it may do. */
interface PageKind {
  /** All pages below this path are of this kind. */
  path: string;
  /** Whether the page shows other pages of the service in frames. */
  hasFrames?: true;
  /** Whether pages of the service may show it in a frame. */
  isFramed?: true;
  /** Whether the page has widgets, which load the logos that administrators chose from any origin. */
  showsWidgets?: true;
  /** Whether the page is the REST API's documentation, whose third-party scripts need their own policies. */
  isDocumentation?: true;
  /** Whether caches must not store the page. */
  isNeverStored?: true;
  /** Whether this is data and no page: the headers for pages would only enlarge small answers. */
  isData?: true;
}

/** The first entry with a matching path applies. */
const pageKinds: readonly PageKind[] = [
  { path: '/admin/preview/', hasFrames: true, isFramed: true, showsWidgets: true },
  { path: '/admin/', hasFrames: true },
  { path: '/demo/', showsWidgets: true },
  { path: '/widgets/', isData: true },
  { path: '/api/docs', isDocumentation: true, isNeverStored: true },
  { path: '/api/', isData: true, isNeverStored: true },
  { path: '/' },
];

type Headers = Readonly<Record<string, string>>;

/**
 * Adds security headers to every answer: pages run under a strict Content-Security-Policy with Trusted Types,
 * and can't be framed. The headers are built once for each kind of page, because building them took a sixth
 * of the time of a small answer.
 */
export const pageHeaders = fp(
  async (app: FastifyInstance, { publicUrl }: { publicUrl: string }) => {
    const known = await Promise.all(
      pageKinds.map(async (kind) => ({ path: kind.path, headers: await headersOf(kind, publicUrl) })),
    );
    app.addHook('onRequest', (request, reply, done) => {
      const at = pathOf(request);
      const kind = known.find(({ path }) => at.startsWith(path)) ?? known.at(-1)!;
      void reply.headers(kind.headers);
      done();
    });
  },
  { name: 'page-headers' },
);

/**
 * Routes match every spelling of a path (`/%61pi/…`), so this prefers the route's path. Files and unknown
 * addresses have no route.
 */
const pathOf = ({ routeOptions, url }: FastifyRequest): string =>
  routeOptions.url === undefined || routeOptions.url.startsWith('/*') ? url : routeOptions.url;

/** Helmet's headers for such a page, from a simulated request. */
async function headersOf(kind: PageKind, publicUrl: string): Promise<Headers> {
  const headers: Record<string, string> = {
    ...(kind.isNeverStored && { 'cache-control': 'no-store' }),
    ...(!kind.isData && { 'permissions-policy': 'camera=(), geolocation=(), microphone=()' }),
  };
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  await new Promise<void>((resolve, reject) => {
    const done = (cause?: unknown): void =>
      cause === undefined ? resolve() : reject(new Error('Helmet takes no such headers', { cause }));
    protection(kind, publicUrl)({} as IncomingMessage, response as unknown as ServerResponse, done);
  });
  return headers;
}

const protection = (kind: PageKind, publicUrl: string) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: kind.isData
        ? { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }
        : directivesOf(kind, publicUrl),
    },
    // Pages of other websites load the widget's files.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: kind.isFramed ? 'sameorigin' : 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:'),
    ...(kind.isData ? forPagesAlone : { referrerPolicy: { policy: 'no-referrer' } }),
  });

const forPagesAlone = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

/** `connect-src` also names the sockets' origin, because Safari before 15.4 doesn't include it in 'self'. */
const directivesOf = (
  { hasFrames, isFramed, isDocumentation, showsWidgets }: PageKind,
  publicUrl: string,
) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', ...(showsWidgets ? ['https:'] : [])],
  frameSrc: [hasFrames ? "'self'" : "'none'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: [isFramed ? "'self'" : "'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: isDocumentation ? ['default', 'api-docs', 'dompurify'] : ['lit-html'],
});
