// Why: a website of somebody else, on an origin of its own, under the strictest policy that lets a chat in.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { signToken } from './sign-token.js';

export interface Website {
  /** Its origin; Chromium takes every name under localhost for this machine. */
  origin: string;
  close(): Promise<void>;
}

export interface WebsiteOptions {
  /** The service that its pages load the chat from. */
  service: string;
  /** What stands in the body of its pages; `NONCE` is the one that its scripts and styles may have. */
  body: () => string;
  /** Whether its policy demands Trusted Types: a classic snippet, which sets a script's address, can't run under that. */
  hasTrustedTypes?: boolean;
  /** Signs the tokens that `/token` gives. */
  token?: () => { key: string; widgetId: string };
}

export async function openWebsite({
  service,
  body,
  token,
  hasTrustedTypes = true,
}: WebsiteOptions): Promise<Website> {
  const server = createServer((request, response) => {
    if (request.url === '/token' && token) {
      const { key, widgetId } = token();
      const iat = Math.floor(Date.now() / 1000);
      const payload = { sub: widgetId, iat, exp: iat + 600, attributes: { plan: 'gold' } };
      response.setHeader('content-type', 'application/json');
      return void response.end(JSON.stringify({ data: signToken({ key, payload }) }));
    }
    const nonce = randomBytes(16).toString('base64');
    const socket = service.replace(/^http/, 'ws');
    const types = hasTrustedTypes ? "; require-trusted-types-for 'script'; trusted-types lit-html" : '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${service} 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self' ${service} ${socket}; img-src data:${types}`,
    );
    response.end(
      `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,"></head><body><header><a href="/">Shop</a></header><main><h1>Shop</h1></main>${body().replaceAll('NONCE', nonce)}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  // A test that fails before it closes the website does not keep the process.
  server.unref();
  const { port } = server.address() as { port: number };
  return {
    origin: `http://shop.localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
