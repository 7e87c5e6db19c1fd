import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ContactCard } from '../../shared/contact-card.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { contactCard } from '../participant/contact-card.js';

const params = Type.Object({ contactId: Type.String() });

/** What agents see beside a chat, by REST: attributes by their source, the page, the pre-chat questions. */
export const contactDetailRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin', 'supervisor'));

  app.get(
    '/:contactId/details',
    { schema: { tags: ['contacts'], params } },
    async ({ params: { contactId } }): Promise<ContactCard> => {
      const state = await core.contacts.state(contactId);
      if (!state) throw new ServiceError('CONTACT_NOT_FOUND');
      const widget = await core.widgets.get(state.widgetId);
      return contactCard(state, widget?.value.preChat ?? []);
    },
  );
};
