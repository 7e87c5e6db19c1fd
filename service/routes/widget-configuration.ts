import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import {
  WidgetConfigurationSchema,
  type Widget,
  type WidgetConfiguration,
} from '../../shared/widget-config.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../backend/configuration.js';
import { entityTag } from './versioned-answer.js';

const params = Type.Object({ widgetId: Type.String() });
/** The page's language, if it differs from the widget's. */
const querystring = Type.Object({ language: Type.Optional(Type.String({ maxLength: 35 })) });

/**
 * The public part of a widget's configuration, which its page loads. Only for registered websites: see
 * `website-access`.
 */
export const widgetConfigurationRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets } = core;
  const answers = createAnswers();

  app.get(
    '/widgets/:widgetId/configuration',
    {
      schema: {
        tags: ['widgets'],
        params,
        querystring,
        response: { 200: WidgetConfigurationSchema, 304: Type.Null() },
      },
    },
    async (request, reply) => {
      const document = await widgets.get(request.params.widgetId);
      if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
      void reply.headers({ etag: entityTag(document), 'cache-control': 'no-cache' });
      if (request.headers['if-none-match'] === entityTag(document)) return reply.code(304).send(null);
      const { language } = request.query;
      if (language !== undefined) return toWidgetConfiguration(document.id, document.value, language);
      const { configuration, text } = answers.of(document);
      void reply.serializer(() => text);
      return configuration;
    },
  );
};

interface Answer {
  configuration: WidgetConfiguration;
  text: string;
}

/**
 * Caches the JSON of each version of a widget. The widget was checked when it was stored, so it isn't checked
 * again.
 */
function createAnswers() {
  const known = new WeakMap<Versioned<Widget>, Answer>();
  return {
    of(document: Versioned<Widget>): Answer {
      let answer = known.get(document);
      if (!answer) {
        const configuration = toWidgetConfiguration(document.id, document.value);
        answer = { configuration, text: JSON.stringify(configuration) };
        known.set(document, answer);
      }
      return answer;
    },
  };
}
