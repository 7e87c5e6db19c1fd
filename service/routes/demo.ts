import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Widget } from '../../shared/widget-config.js';
import type { Core } from '../core.js';
import { escapeHtml } from './escape-html.js';

const QuerySchema = Type.Object({ 'widget-id': Type.Optional(Type.String({ maxLength: 200 })) });

/**
 * The sample page: a fictional shop with a widget. `/demo/` has the sample widget, `/demo/?widget-id=…` any
 * other.
 */
export const demoRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.get('/demo', { schema: { hide: true } }, (_request, reply) => reply.redirect('/demo/', 308));
  app.get('/demo/', { schema: { hide: true, querystring: QuerySchema } }, async (request, reply) => {
    const asked = request.query['widget-id'];
    const widgetId = asked ?? (await core.sampleWidgetId());
    const stored = widgetId === null ? null : await core.widgets.get(widgetId);
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    if (!stored) return reply.status(404).send(missingPage(asked !== undefined));
    // Only staff see a widget's name.
    const isStaff = (await core.staff.authenticate(request.sessionCookie() ?? '')) !== null;
    return reply.send(samplePage(stored.id, stored.value, isStaff));
  });
};

const head = (title: string): string => `<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>${title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/demo.css" />`;

function samplePage(widgetId: string, widget: Widget, isStaff: boolean): string {
  const id = escapeHtml(widgetId);
  const name = isStaff ? `“${escapeHtml(widget.name)}”` : `<code>${id}</code>`;
  const token = widget.security.required
    ? ' It requires a token from your website, so a chat can’t start on this page.'
    : '';
  return `<!doctype html>
<html lang="en">
  <head>
    ${head('The Corner Bakery: a sample page')}
    <script type="module" src="/connect-chat-widget.js"></script>
  </head>
  <body>
    <header>
      <p class="name">The Corner Bakery</p>
      <nav aria-label="Main"><a href="#bread">Bread</a> <a href="#cakes">Cakes</a> <a href="#visit">Visit us</a></nav>
    </header>
    <main>
      <p class="note">A sample page with the widget ${name}. The chat in the corner is real: answer it in the <a href="/agent/">agent console</a>.${token}</p>
      <h1>Bread worth getting up for</h1>
      <p class="lead">Baked at four, on the shelf at seven, usually gone by noon. Ask us to keep one for you.</p>
      <ul class="shelf">
        <li id="bread"><h2>Country loaf</h2><p>Rye and wheat, two days of patience.</p><p class="price">€ 4.80</p></li>
        <li id="cakes"><h2>Plum cake</h2><p>Only while there are plums.</p><p class="price">€ 3.20</p></li>
        <li><h2>Seeded rolls</h2><p>Pumpkin, flax, a little salt.</p><p class="price">€ 0.90</p></li>
      </ul>
      <p id="visit">Open from Tuesday to Saturday, on the corner of Mill Lane.</p>
    </main>
    <connect-chat-widget widget-id="${id}"></connect-chat-widget>
  </body>
</html>
`;
}

/** The page without a widget: the requested one doesn't exist, or the sample widget was deleted. */
const missingPage = (wasAskedFor: boolean): string => `<!doctype html>
<html lang="en">
  <head>
    ${head('Widget not found')}
  </head>
  <body>
    <main>
      <h1>We can’t find this widget</h1>
      <p class="lead">${
        wasAskedFor
          ? 'It may have been deleted, or the address may have a typo.'
          : 'The sample widget was deleted. Open one of your own with “Try it” in the list of widgets.'
      }</p>
      <p><a href="/admin/">Go to your widgets</a>${wasAskedFor ? ' or <a href="/demo/">open the sample page</a>' : ''}</p>
    </main>
  </body>
</html>
`;
