import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { WidgetSchema, type Widget } from '../../shared/widget-config.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../backend/configuration.js';

const params = Type.Object({ widgetId: Type.String() });
const VersionSchema = Type.Object(
  {
    version: Type.Integer({ description: 'Also the entity tag: If-Match takes it in quotes.' }),
    savedAt: Type.String(),
    savedBy: Type.Union([Type.String(), Type.Null()], { description: 'A username, where one is known.' }),
    widget: WidgetSchema,
  },
  { $id: 'WidgetVersion' },
);

/** Every saved version of a widget, the live one first. To go back, PUT one of them. */
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
