import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import helmet from 'helmet';

/** How pages differ in what they may do. */
interface PageKind {
  /** Which pages are of this kind: all below this path. */
  path: string;
  /** Whether it shows other pages of ours in frames. */
  hasFrames?: true;
  /** Whether pages of ours may show it in a frame. */
  isFramed?: true;
  /** Whether there are widgets on it, with the logos that administrators chose, wherever they are. */
  showsWidgets?: true;
  /** Whether it is the REST API's documentation, whose scripts come from others and need policies of their own. */
  isDocumentation?: true;
  /** Whether no cache may keep any of it. */
  isNeverStored?: true;
  /** Whether it is no page at all: what is meant for pages would only make small answers larger. */
  isData?: true;
}

/** The first whose path is above a page says what the page may do. */
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
 * Headers of every answer: pages run under a strict Content-Security-Policy with Trusted Types, and can't be framed.
 * Put together once for each kind of page: at each request it was a sixth of the time of a small answer.
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

/** A route is found for every spelling of its path (`/%61pi/…`); files and addresses that lead nowhere have none. */
const pathOf = ({ routeOptions, url }: FastifyRequest): string =>
  routeOptions.url === undefined || routeOptions.url.startsWith('/*') ? url : routeOptions.url;

/** What Helmet says of such a page: it is asked as if a request had come. */
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
    const heard = (cause?: unknown): void =>
      cause === undefined ? resolve() : reject(new Error('Helmet takes no such headers', { cause }));
    protection(kind, publicUrl)({} as IncomingMessage, response as unknown as ServerResponse, heard);
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
    // The widget's files are loaded by other websites' pages: that is what they are for.
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

/** `connect-src` names the sockets' origin too, because Safari before 15.4 does not count it to 'self'. */
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
  connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: [isFramed ? "'self'" : "'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: isDocumentation ? ['default', 'api-docs', 'dompurify'] : ['lit-html'],
});
