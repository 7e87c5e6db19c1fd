import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WidgetCollection } from '../../../../../console/admin/widgets/list/widget-collection.js';
import type { WidgetRow } from '../../../../../console/admin/widgets/list/widget-list-state.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { createFakeService } from '../../../../support/console/fake-service.js';

const activity = { lastChatAt: '2026-06-01T11:00:00Z', seen: [], refused: [] };
const row = (widgetId: string, name: string): WidgetRow => ({ ...sampleWidget({ name }), widgetId });
const shop = row('w1', 'Shop');
const blog = row('w2', 'Blog');

async function open(answers: Record<string, unknown> = {}) {
  const service = createFakeService({
    'GET /api/widgets': [shop, blog],
    'GET /api/widgets/w1/activity': activity,
    'GET /api/widgets/w2/activity': new ServiceRefusal('INTERNAL_ERROR', 500, 'Broken.'),
    'POST /api/widgets': { widgetId: 'w3' },
    ...answers,
  });
  const widgets = new WidgetCollection(service.request);
  await widgets.load();
  return { service, widgets };
}
const names = ({ snapshot }: WidgetCollection) => snapshot.rows?.map(({ name }) => name);
const sent = ({ asked }: { asked: { method: string; path: string; body: unknown }[] }) =>
  asked.filter(({ method }) => method !== 'GET');

const reading = suite('the list of widgets');
reading('has each widget with its last chat, as far as that can be read', async () => {
  const { widgets } = await open();
  assert.equal(names(widgets), ['Shop', 'Blog']);
  assert.equal(
    widgets.snapshot.rows!.map((each) => each.activity?.lastChatAt),
    [activity.lastChatAt, undefined],
  );
  assert.is(widgets.snapshot.problem, '', 'a list without one last chat is a list');
});
reading('says why it can’t be read, and can be read again', async () => {
  const { service, widgets } = await open({
    'GET /api/widgets': new ServiceRefusal('UNREACHABLE', 0, 'No connection.'),
  });
  assert.equal([names(widgets), widgets.snapshot.problem], [undefined, 'No connection.']);
  service.answers['GET /api/widgets'] = [shop];
  await widgets.load();
  assert.equal([names(widgets), widgets.snapshot.problem], [['Shop'], '']);
});
reading.run();

const creating = suite('creating a widget');
creating('sends its name without the spaces around it, and tells the new id', async () => {
  const { service, widgets } = await open();
  widgets.ask('create');
  widgets.rename('  Corner shop ');
  assert.is(await widgets.answer(), 'w3');
  assert.equal(sent(service), [{ method: 'POST', path: '/api/widgets', body: { name: 'Corner shop' } }]);
  assert.equal([widgets.snapshot.question, widgets.snapshot.isBusy], [undefined, false]);
});
creating('asks for a name first', async () => {
  const { service, widgets } = await open();
  widgets.ask('create');
  assert.is(await widgets.answer(), undefined);
  assert.is(widgets.snapshot.question?.error, 'Enter a name.');
  widgets.rename('C');
  assert.is(widgets.snapshot.question?.error, '');
  assert.equal(sent(service), []);
});
creating('copies a widget without its id and its activity', async () => {
  const { service, widgets } = await open();
  widgets.ask('duplicate', widgets.snapshot.rows![0]);
  await widgets.answer();
  assert.equal(sent(service)[0]!.body, sampleWidget({ name: 'Copy of Shop' }));
});
creating('happens once, however often the form is sent', async () => {
  const { service, widgets } = await open();
  widgets.ask('create');
  widgets.rename('Corner shop');
  assert.equal(await Promise.all([widgets.answer(), widgets.answer()]), ['w3', undefined]);
  assert.is(sent(service).length, 1);
});
creating('says in the dialog what the service refused', async () => {
  const { widgets } = await open({
    'POST /api/widgets': new ServiceRefusal('REQUEST_INVALID', 400, 'A name of 1 to 128 characters.'),
  });
  widgets.ask('create');
  widgets.rename('x'.repeat(200));
  assert.is(await widgets.answer(), undefined);
  assert.is(widgets.snapshot.question?.error, 'A name of 1 to 128 characters.');
  assert.is(widgets.snapshot.isBusy, false);
});
creating.run();

const deleting = suite('deleting a widget');
deleting('needs its name, and takes it out of the list', async () => {
  const { service, widgets } = await open();
  widgets.ask('delete', blog);
  widgets.rename('Shop');
  await widgets.answer();
  assert.is(widgets.snapshot.question?.error, 'Type Blog exactly as shown.');
  widgets.rename('Blog');
  await widgets.answer();
  assert.equal(
    sent(service).map(({ method, path }) => `${method} ${path}`),
    ['DELETE /api/widgets/w2'],
  );
  assert.equal([names(widgets), widgets.snapshot.news], [['Shop'], 'Blog was deleted.']);
});
deleting('leaves another dialog alone that was opened before the service answered', async () => {
  const { widgets } = await open();
  widgets.ask('delete', blog);
  widgets.rename('Blog');
  const done = widgets.answer();
  widgets.dismiss();
  widgets.ask('create');
  widgets.rename('Corner shop');
  await done;
  assert.equal(names(widgets), ['Shop']);
  assert.equal(widgets.snapshot.question, { kind: 'create', name: 'Corner shop', error: '' });
});
deleting('says on the page what was refused after its dialog was closed', async () => {
  const { widgets } = await open({
    'DELETE /api/widgets/w2': new ServiceRefusal('UNREACHABLE', 0, 'No connection.'),
  });
  widgets.ask('delete', blog);
  widgets.rename('Blog');
  const done = widgets.answer();
  widgets.dismiss();
  widgets.ask('create');
  await done;
  assert.equal([widgets.snapshot.question?.error, widgets.snapshot.problem], ['', 'No connection.']);
});
deleting('can still be typed into while the service is asked', async () => {
  const { widgets } = await open({
    'DELETE /api/widgets/w2': new ServiceRefusal('UNREACHABLE', 0, 'Offline.'),
  });
  widgets.ask('delete', blog);
  widgets.rename('Blog');
  const done = widgets.answer();
  widgets.rename('Blog ');
  await done;
  assert.is(widgets.snapshot.question?.error, 'Offline.');
});
deleting.run();
