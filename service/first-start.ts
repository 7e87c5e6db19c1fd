import { createHash, randomUUID } from 'node:crypto';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { ContactFlow } from '../shared/contact-flow.js';
import type { Queue } from '../shared/queue.js';
import { WidgetSchema, type Widget } from '../shared/widget-config.js';
import { defaultFlow } from './flow/default-flow.js';
import type { Collection } from './backend/configuration.js';

/** The ids of what the first start created. */
export const InstanceSchema = Type.Object({ sampleWidgetId: Type.String() }, { additionalProperties: false });
type Instance = Static<typeof InstanceSchema>;

interface FirstConfiguration {
  instance: Collection<Instance>;
  widgets: Collection<Widget>;
  flows: Collection<ContactFlow>;
  queues: Collection<Queue>;
}

/**
 * SHA-256 of the default flows that earlier releases installed, as JSON. Their messages were English only. An
 * unchanged one is replaced by the current default flow.
 */
const oldDefaultFlows = ['97f52b9c61f9ed92e996dcecf744fbd407c08bbfcb0b190ede88b870630fb4e9'];

/** Creates what a new installation needs to chat: a queue, a contact flow, a sample widget. */
export async function openInstance({
  instance,
  widgets,
  flows,
  queues,
}: FirstConfiguration): Promise<Instance> {
  // Created only if missing (version 0), so that an administrator's changes stay.
  await queues.put('default', { name: 'Default queue', description: '', hoursOfOperation: null }, 0);
  await flows.put('default', { name: 'Default flow', content: defaultFlow }, 0);
  await replaceOldDefaultFlow(flows);
  const known = await instance.get('instance');
  if (known) return known.value;
  const sampleWidgetId = randomUUID();
  await widgets.put(sampleWidgetId, Value.Default(WidgetSchema, { name: 'Sample' }) as Widget, 0);
  if ((await instance.put('instance', { sampleWidgetId }, 0)).ok) return { sampleWidgetId };
  // Another process started at the same time and created its own sample.
  await widgets.delete(sampleWidgetId);
  return (await instance.get('instance'))!.value;
}

async function replaceOldDefaultFlow(flows: Collection<ContactFlow>): Promise<void> {
  const stored = await flows.get('default');
  if (!stored) return;
  const hash = createHash('sha256').update(JSON.stringify(stored.value.content)).digest('hex');
  if (oldDefaultFlows.includes(hash))
    await flows.put('default', { ...stored.value, content: defaultFlow }, stored.version);
}
