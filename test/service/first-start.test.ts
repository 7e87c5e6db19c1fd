import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Value } from 'typebox/value';
import { ContactFlowSchema } from '../../shared/contact-flow.js';
import { QueueSchema } from '../../shared/queue.js';
import { WidgetSchema } from '../../shared/widget-config.js';
import { InstanceSchema, openInstance } from '../../service/first-start.js';
import { defaultFlow } from '../../service/flow/default-flow.js';
import { createMemoryCollection } from '../../service/backend/memory/collection.js';
import { firstDefaultFlow } from '../support/first-default-flow.js';

const open = () => ({
  instance: createMemoryCollection({ schema: InstanceSchema }),
  widgets: createMemoryCollection({ schema: WidgetSchema }),
  flows: createMemoryCollection({ schema: ContactFlowSchema }),
  queues: createMemoryCollection({ schema: QueueSchema }),
});

const start = suite('openInstance');
start('gives a new installation a queue, a flow and a sample widget', async () => {
  const configuration = open();
  const { sampleWidgetId } = await openInstance(configuration);
  assert.ok(await configuration.widgets.get(sampleWidgetId));
  assert.ok(await configuration.queues.get('default'));
  assert.equal((await configuration.flows.get('default'))!.value.content, defaultFlow);
  assert.is((await openInstance(configuration)).sampleWidgetId, sampleWidgetId, 'the second start');
});
start('creates one sample widget if several processes start at once', async () => {
  const configuration = open();
  const opened = await Promise.all([1, 2, 3].map(() => openInstance(configuration)));
  const widgets = await configuration.widgets.list();
  assert.equal(
    opened.map(({ sampleWidgetId }) => sampleWidgetId),
    opened.map(() => widgets[0]!.id),
  );
  assert.is(widgets.length, 1);
});
start('replaces an unchanged default flow of an earlier release', async () => {
  const configuration = open();
  await configuration.flows.put('default', { name: 'Ours', content: firstDefaultFlow });
  await openInstance(configuration);
  const { name, content } = (await configuration.flows.get('default'))!.value;
  assert.equal([name, content], ['Ours', defaultFlow]);
});
start('keeps a flow that was changed', async () => {
  const configuration = open();
  const changed = Value.Clone(firstDefaultFlow);
  changed.Actions[0]!.Parameters = { Text: 'Welcome to Acme' };
  await configuration.flows.put('default', { name: 'Default flow', content: changed });
  await openInstance(configuration);
  assert.equal((await configuration.flows.get('default'))!.value.content, changed);
});
start.run();
