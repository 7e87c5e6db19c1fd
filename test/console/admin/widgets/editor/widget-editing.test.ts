import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isDirty } from '../../../../../console/admin/widgets/editor/editor-state.js';
import { WidgetEditing } from '../../../../../console/admin/widgets/editor/widget-editing.js';
import type { WidgetVersion } from '../../../../../console/admin/widgets/state/widget-version.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { createFakeService } from '../../../../support/console/fake-service.js';

const put = 'PUT /api/widgets/w1';

/** Opens a widget of a fake service that stores what is saved. */
async function open(answers: Record<string, unknown> = {}) {
  const versions: WidgetVersion[] = [{ version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() }];
  const save = (widget: Widget, savedBy = 'ada') =>
    void versions.unshift({ version: versions.length + 1, savedAt: '', savedBy, widget });
  const service = createFakeService({
    'GET /api/widgets/w1/history': () => structuredClone(versions),
    'GET /api/flows': [{ flowId: 'default', name: 'Default flow' }],
    'GET /api/queues': [{ queueId: 'default', name: 'Everybody' }],
    [put]: (widget: Widget) => save(widget),
    ...answers,
  });
  const editing = new WidgetEditing(service.request, 'w1');
  await editing.load();
  return { service, editing, versions, save };
}
const conflict = new ServiceRefusal('VERSION_CONFLICT', 412, 'Changed.');
const draftOf = ({ snapshot }: WidgetEditing): Widget => snapshot.draft!.draft;

const reading = suite('opening a widget');
reading('reads the widget, and what can be chosen for it', async () => {
  const { editing } = await open();
  const { flows, queues, failure } = editing.snapshot;
  assert.equal(
    [draftOf(editing).name, flows[0]!.name, queues[0]!.name, failure],
    ['Shop', 'Default flow', 'Everybody', ''],
  );
});
reading('says why there is nothing to edit', async () => {
  const { editing } = await open({
    'GET /api/widgets/w1/history': new ServiceRefusal('WIDGET_NOT_FOUND', 404, 'There is no such widget.'),
  });
  assert.equal([editing.snapshot.draft, editing.snapshot.failure], [undefined, 'There is no such widget.']);
});
reading('saves nothing before the widget was read', async () => {
  const { service } = await open();
  const unread = new WidgetEditing(service.request, 'w1');
  assert.is(await unread.save(), false);
  await unread.allow('https://shop.example');
  assert.not(service.asked.some(({ method }) => method === 'PUT'));
});
reading.run();

const saving = suite('saving a widget');
saving('says so, until something else is changed', async () => {
  const { editing } = await open();
  editing.set('/name', 'Corner shop');
  assert.is(isDirty(editing.snapshot), true);
  assert.is(await editing.save(), true);
  assert.equal(
    [isDirty(editing.snapshot), editing.snapshot.news],
    [false, 'Saved. Open pages update within 2 seconds.'],
  );
  editing.set('/name', 'Shop');
  assert.is(editing.snapshot.news, '');
});
saving('sends the draft once while the service has not answered', async () => {
  const { service, editing } = await open();
  editing.set('/name', 'Corner shop');
  assert.equal(await Promise.all([editing.save(), editing.save()]), [true, false]);
  assert.is(service.asked.filter(({ method }) => method === 'PUT').length, 1);
});
saving('does not send a draft that is wrong', async () => {
  const { service, editing } = await open();
  editing.set('/name', '');
  assert.is(await editing.save(), false);
  assert.is(editing.snapshot.wasInvalid, true);
  assert.not(service.asked.some(({ method }) => method === 'PUT'));
});
saving('says what the service refused, and keeps the changes', async () => {
  const { editing } = await open({ [put]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.') });
  editing.set('/name', 'Corner shop');
  assert.is(await editing.save(), false);
  assert.is(editing.snapshot.failure, 'Not saved. No connection.');
  assert.equal([draftOf(editing).name, editing.snapshot.isBusy], ['Corner shop', false]);
});
saving('is forgotten with the changes when they are discarded', async () => {
  const { editing } = await open({ [put]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.') });
  editing.set('/name', 'Corner shop');
  await editing.save();
  editing.discard();
  assert.equal(
    [draftOf(editing).name, editing.snapshot.failure, isDirty(editing.snapshot)],
    ['Shop', '', false],
  );
});
saving.run();

const meeting = suite('two editors of one widget');
async function meet() {
  const opened = await open();
  const { service, editing, save } = opened;
  editing.set('/name', 'Corner shop');
  save(sampleWidget({ name: 'Shop', language: 'de' }), 'bob');
  const accept = service.answers[put];
  service.answers[put] = conflict;
  await editing.save();
  service.answers[put] = accept;
  return opened;
}
meeting('are told of each other, and lose nothing', async () => {
  const { editing } = await meet();
  assert.is(editing.snapshot.conflict?.by, 'bob');
  assert.equal([draftOf(editing).name, draftOf(editing).language], ['Corner shop', 'de']);
});
meeting('can look at both changes first', async () => {
  const { editing } = await meet();
  editing.review();
  assert.equal([editing.snapshot.conflict, isDirty(editing.snapshot)], [undefined, true]);
});
meeting('can save the own changes on top', async () => {
  const { editing, versions } = await meet();
  assert.is(await editing.keepMine(), true);
  assert.equal([versions[0]!.widget.name, versions[0]!.widget.language], ['Corner shop', 'de']);
});
meeting.run();

const allowing = suite('allowing a website');
allowing('adds and saves it at once', async () => {
  const { editing, versions } = await open();
  await editing.allow('https://blog.example');
  assert.equal(versions[0]!.widget.domains, ['https://shop.example', 'https://blog.example']);
});
allowing('saves no other change along with it', async () => {
  const { editing, versions } = await open();
  editing.set('/name', 'Corner shop');
  await editing.allow('https://blog.example');
  assert.is(versions.length, 1);
  assert.is(
    editing.snapshot.failure,
    'https://blog.example was added. Save it together with your other changes.',
  );
  assert.ok(draftOf(editing).domains.includes('https://blog.example'));
});
allowing.run();

const restoring = suite('restoring a version');
restoring('saves it as the newest one', async () => {
  const { editing, versions } = await open();
  editing.set('/name', 'Corner shop');
  await editing.save();
  await editing.restore(editing.snapshot.draft!.versions[1]!);
  assert.equal([versions.length, versions[0]!.widget.name, draftOf(editing).name], [3, 'Shop', 'Shop']);
});
restoring('waits until unsaved changes are saved or discarded', async () => {
  const { editing, versions } = await open();
  editing.set('/name', 'Corner shop');
  await editing.restore(editing.snapshot.draft!.versions[0]!);
  assert.equal([versions.length, draftOf(editing).name], [1, 'Corner shop']);
  assert.is(editing.snapshot.failure, 'Save or discard your changes before restoring an earlier version.');
});
restoring.run();
