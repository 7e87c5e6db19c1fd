import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Widget } from '../../shared/widget-config.js';
import { messageContentTypes } from '../contact/contact-content.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { WidgetRelease } from '../plugins/widget-release.js';

const params = Type.Object({ widgetId: Type.String() });
const querystring = Type.Object(
  {
    form: Type.Optional(
      Type.Union([Type.Literal('snippet'), Type.Literal('element'), Type.Literal('pinned')], {
        description: '`pinned`: the element in the version of this release, with hashes of its scripts.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** The code that a website developer copies into a page. */
export const snippetRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin'));
  const schema = { tags: ['widgets'], params, querystring, produces: ['text/html'] };

  app.get('/', { schema }, async (request, reply) => {
    const { widgetId } = request.params;
    const document = await core.widgets.get(widgetId);
    if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
    const { publicUrl } = core.settings;
    void reply.type('text/html; charset=utf-8');
    if (request.query.form === 'pinned') return pinnedForm(publicUrl, widgetId, await app.widgetRelease());
    const write = request.query.form === 'element' ? elementForm : snippetForm;
    return write(publicUrl, widgetId, document.value);
  });
};

/** The custom element, for new pages. */
function elementForm(publicUrl: string, widgetId: string): string {
  return `<script type="module" src="${publicUrl}/connect-chat-widget.js"></script>
<connect-chat-widget widget-id="${widgetId}"></connect-chat-widget>
`;
}

/**
 * The custom element at addresses that never change, with the hash of every script. Browsers apply the map of hashes to
 * the scripts that the first one loads later; those that do not know it ignore it.
 */
function pinnedForm(publicUrl: string, widgetId: string, { version, entry, scripts }: WidgetRelease): string {
  const folder = `${publicUrl}/v/${version}/`;
  const integrity = Object.fromEntries(scripts.map(({ path, hash }) => [folder + path, hash]));
  return `<script type="importmap">
${JSON.stringify({ integrity }, null, 2)}
</script>
<script type="module" src="${folder}${entry.path}" integrity="${entry.hash}" crossorigin="anonymous"></script>
<connect-chat-widget widget-id="${widgetId}"></connect-chat-widget>
`;
}

/**
 * The snippet in Amazon Connect's form: a page that has one changes only host and ids. It has no `styles`,
 * because they would override what an administrator chooses later.
 */
function snippetForm(publicUrl: string, widgetId: string, { security }: Widget): string {
  const authenticate = `
  amazon_connect('authenticate', function (callback) {
    window.fetch('/token').then(function (res) {
      res.json().then(function (data) {
        callback(data.data);
      });
    });
  });`;
  return `<script type="text/javascript">
  (function (w, d, x, id) {
    var s = d.createElement('script');
    s.src = '${publicUrl}/connectwidget/static/amazon-connect-chat-interface-client.js';
    s.async = 1;
    s.id = id;
    d.getElementsByTagName('head')[0].appendChild(s);
    w[x] = w[x] || function () { (w[x].ac = w[x].ac || []).push(arguments); };
  })(window, document, 'amazon_connect', '${widgetId}');
  amazon_connect('snippetId', '${Buffer.from(widgetId).toString('base64')}');
  amazon_connect('supportedMessagingContentTypes', [
    ${messageContentTypes.map((type) => `'${type}'`).join(',\n    ')},
  ]);${security.required ? authenticate : ''}
</script>
`;
}
