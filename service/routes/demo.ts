import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

/** The sample page: a made-up shop with the sample widget on it. */
export const demoRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.get('/demo', { schema: { hide: true } }, (_request, reply) => reply.redirect('/demo/', 308));
  app.get('/demo/', { schema: { hide: true } }, async (_request, reply) => {
    const widgetId = await core.sampleWidgetId();
    if (widgetId === null) {
      throw new ServiceError('WIDGET_NOT_FOUND', {
        message: 'The sample widget was deleted: place one of your own.',
      });
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page(widgetId));
  });
};

const page = (widgetId: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>The Corner Bakery: a sample page</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/demo.css" />
    <script type="module" src="/connect-chat-widget.js"></script>
  </head>
  <body>
    <header>
      <p class="name">The Corner Bakery</p>
      <nav aria-label="Main"><a href="#bread">Bread</a> <a href="#cakes">Cakes</a> <a href="#visit">Visit us</a></nav>
    </header>
    <main>
      <p class="note">A sample page: the chat in the corner is real. Answer it in the <a href="/agent/">agent console</a>.</p>
      <h1>Bread worth getting up for</h1>
      <p class="lead">Baked at four, on the shelf at seven, usually gone by noon. Ask us to keep one for you.</p>
      <ul class="shelf">
        <li id="bread"><h2>Country loaf</h2><p>Rye and wheat, two days of patience.</p><p class="price">€ 4.80</p></li>
        <li id="cakes"><h2>Plum cake</h2><p>Only while there are plums.</p><p class="price">€ 3.20</p></li>
        <li><h2>Seeded rolls</h2><p>Pumpkin, flax, a little salt.</p><p class="price">€ 0.90</p></li>
      </ul>
      <p id="visit">Open from Tuesday to Saturday, on the corner of Mill Lane.</p>
    </main>
    <connect-chat-widget widget-id="${widgetId}"></connect-chat-widget>
  </body>
</html>
`;
