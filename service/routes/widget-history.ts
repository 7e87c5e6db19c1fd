import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { WidgetSchema, type Widget } from '../../shared/widget-config.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../backend/configuration.js';

const params = Type.Object({ widgetId: Type.String() });
const VersionSchema = Type.Object(
  {
    version: Type.Integer({ description: 'Also the entity tag: put it in quotes for If-Match.' }),
    savedAt: Type.String(),
    savedBy: Type.Union([Type.String(), Type.Null()], { description: "The author's username, if known." }),
    widget: WidgetSchema,
  },
  { $id: 'WidgetVersion' },
);

/** All saved versions of a widget, the live one first. PUT one of them to go back to it. */
export const widgetHistoryRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin'));
  const schema = { tags: ['widgets'], params, response: { 200: Type.Array(VersionSchema) } };

  app.get('/', { schema }, async ({ params: { widgetId } }) => {
    const current = await core.widgets.get(widgetId);
    if (!current) throw new ServiceError('WIDGET_NOT_FOUND');
    return [current, ...(await core.widgets.earlier(widgetId))].map(toAnswer);
  });
};

const toAnswer = ({ version, updatedAt, updatedBy, value }: Versioned<Widget>) => ({
  version,
  savedAt: updatedAt,
  savedBy: updatedBy,
  widget: value,
});
