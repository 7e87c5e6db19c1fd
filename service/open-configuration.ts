import { StoredCannedReplySchema } from '../shared/canned-reply.js';
import { ContactFlowSchema } from '../shared/contact-flow.js';
import { QueueSchema } from '../shared/queue.js';
import { WidgetSchema } from '../shared/widget-config.js';
import { AgentAccountSchema } from './auth/agent-account.js';
import { WidgetKeysSchema } from './auth/security-keys.js';
import { SetupLinksSchema } from './auth/setup-link.js';
import type { Configuration } from './backend/configuration.js';
import { InstanceSchema } from './first-start.js';
import { WidgetActivitySchema } from './widget/activity-schema.js';

/** Opens all collections of the configuration. */
export async function openConfiguration(configuration: Configuration) {
  return {
    instance: await configuration.open({ name: 'instance', schema: InstanceSchema }),
    widgets: await configuration.open({ name: 'widgets', schema: WidgetSchema, keepsEarlier: true }),
    activities: await configuration.open({ name: 'widget-activity', schema: WidgetActivitySchema }),
    keys: await configuration.open({ name: 'security-keys', schema: WidgetKeysSchema, secrets: ['key'] }),
    flows: await configuration.open({ name: 'flows', schema: ContactFlowSchema }),
    cannedReplies: await configuration.open({ name: 'canned-replies', schema: StoredCannedReplySchema }),
    setupLinks: await configuration.open({
      name: 'setup-links',
      schema: SetupLinksSchema,
      secrets: ['hash'],
    }),
    queues: await configuration.open({ name: 'queues', schema: QueueSchema }),
    agents: await configuration.open({
      name: 'agents',
      schema: AgentAccountSchema,
      secrets: ['passwordHash', 'hash'],
    }),
  };
}
