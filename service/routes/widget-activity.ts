import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { tokenRefusals } from '../auth/token-refusal.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { WidgetActivitySchema } from '../widget/activity-schema.js';

const { lastChatAt, seen, refused } = WidgetActivitySchema.properties;
const AnswerSchema = Type.Object(
  {
    lastChatAt,
    seen,
    refused: Type.Array(Type.Object({ ...refused.items.properties, message: Type.String() })),
  },
  { $id: 'WidgetActivity' },
);
const params = Type.Object({ widgetId: Type.String() });
const tags = ['widgets'];

const messages: Record<string, string> = {
  ...tokenRefusals,
  ORIGIN: 'This website isn’t in the widget’s list.',
};

/** Whether a widget is installed: where it was seen, when the last chat started, what was refused and why. */
export const widgetActivityRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin'));
  const schema = { tags, params, response: { 200: AnswerSchema } };

  app.get('/', { schema }, async ({ params: { widgetId } }) => {
    if (!(await core.widgets.get(widgetId))) throw new ServiceError('WIDGET_NOT_FOUND');
    const activity = core.activities.of(widgetId);
    const withMessages = activity.refused.map((each) => ({
      ...each,
      message: messages[each.reason] ?? each.reason,
    }));
    return { ...activity, refused: withMessages };
  });
};
