// Why: a website of another owner, on its own origin, with the strictest policy that allows a chat.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { signToken } from './sign-token.js';

export interface Website {
  /** Its origin. Chromium resolves every name under localhost to this machine. */
  origin: string;
  close(): Promise<void>;
}

export interface WebsiteOptions {
  /** The service from which its pages load the chat. */
  service: string;
  /** The body of its pages; `NONCE` is replaced by the nonce that scripts and styles need. */
  body: () => string;
  /**
   * Whether its policy requires Trusted Types. Then a classic snippet, which sets a script's address, can't
   * run.
   */
  hasTrustedTypes?: boolean;
  /** Signs the tokens that `/token` returns. */
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
  // A test that fails before it closes the website doesn't keep the process alive.
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
