import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { QueueEditor } from '../../../../../console/admin/queues/elements/queue-editor.js';
import type { KnownQueue } from '../../../../../console/admin/queues/state/queue.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';

const queue = (change: Partial<KnownQueue> = {}): KnownQueue => ({
  ...{ queueId: 'sales', version: 3, name: 'Sales', description: '', hoursOfOperation: null, isOpen: true },
  live: { contactsInQueue: 0, oldestContactAgeSeconds: 0, agentsAvailable: 0, agentsOnline: 0 },
  recent: { answered: 0, answeredInTime: null, estimatedWaitSeconds: null },
  ...change,
});
const standard = queue({ queueId: 'default', name: 'Default queue' });

async function open(
  queueId = 'sales',
  answers: Record<string, unknown> = {},
): Promise<{ editor: QueueEditor; service: FakeService }> {
  const service = createFakeService({
    'GET /api/queues': [standard, queue()],
    'PUT /api/queues/sales': queue({ version: 4 }),
    ...answers,
  });
  const editor = await fixture<QueueEditor>(
    html`<connect-chat-queue-editor
      .request=${service.request}
      queueId=${queueId}
    ></connect-chat-queue-editor>`,
  );
  await settle();
  return { editor, service };
}
const choose = (editor: QueueEditor, name: string, value: string): void => {
  const select = control<HTMLSelectElement>(editor, name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const save = async (editor: QueueEditor): Promise<void> => {
  press(editor, 'Save');
  await settle();
};
const put = ({ asked }: FakeService) =>
  asked.filter(({ method }) => method === 'PUT').map(({ path, body }) => ({ path, body }));

describe('<connect-chat-queue-editor>', () => {
  afterEach(() => history.replaceState(null, '', '#'));

  it('has no barriers, with everything unfolded', async () => {
    const { editor } = await open();
    choose(editor, 'When it is open', 'hours');
    await settle();
    press(editor, 'Add holiday');
    type(editor, 'Chats that may wait', '5');
    press(editor, 'Visitors who don’t answer');
    await settle();
    await expect(editor).to.be.accessible();
  });

  it('saves what was changed', async () => {
    const { editor, service } = await open();
    expect(editor.isDirty).to.equal(false);
    type(editor, 'Target, in seconds', '30');
    type(editor, 'Chats that may wait', '5');
    await settle();
    choose(editor, 'If the queue is full', 'default');
    type(editor, 'Dispositions', 'Solved\nLater');
    press(editor, 'Agents who don’t answer');
    await settle();
    expect(editor.isDirty).to.equal(true);
    await save(editor);
    expect(put(service)).to.deep.equal([
      {
        path: '/api/queues/sales',
        body: {
          ...{ name: 'Sales', description: '', hoursOfOperation: null },
          ...{ serviceLevelSeconds: 30, maxContacts: 5, overflowQueueId: 'default' },
          wrapUp: { seconds: 0, dispositions: ['Solved', 'Later'], tags: [] },
          idleTimes: { agent: { warnAfterMinutes: 10, requeueAfterMinutes: 5 } },
        },
      },
    ]);
    expect(textOf(editor)).to.include('Sales was saved.');
    expect(editor.isDirty).to.equal(false);
  });

  it('edits the hours of a week, and copies those of Monday', async () => {
    const { editor, service } = await open();
    choose(editor, 'When it is open', 'hours');
    await settle();
    type(editor, 'Monday, opens', '08:00');
    await settle();
    press(editor, 'Add hours to Monday');
    await settle();
    type(editor, 'Monday, opens (2)', '18:00');
    await settle();
    type(editor, 'Monday, closes (2)', '20:00');
    await settle();
    press(editor, 'Copy Monday to Friday');
    await settle();
    press(editor, 'Remove hours 2 of Friday');
    await settle();
    await save(editor);
    const { hoursOfOperation } = put(service)[0]!.body as KnownQueue;
    const parts = hoursOfOperation!.config.map(({ day, startTime }) => `${day} ${startTime.hours}`);
    const workdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'];
    expect(parts).to.deep.equal([...workdays.flatMap((day) => [`${day} 8`, `${day} 18`]), 'FRIDAY 8']);
  });

  it('asks the service nothing while something is wrong, and focuses it', async () => {
    const { editor, service } = await open();
    type(editor, 'Chats that may wait', '0');
    await settle();
    await save(editor);
    expect(put(service)).to.deep.equal([]);
    expect(control(editor, 'Chats that may wait').matches(':focus')).to.equal(true);
    expect(textOf(editor)).to.include('Not saved.');
  });

  it('keeps what was typed when somebody else changed the queue', async () => {
    const conflict = new ServiceRefusal('VERSION_CONFLICT', 412, 'It was changed meanwhile.');
    const { editor } = await open('sales', { 'PUT /api/queues/sales': conflict });
    type(editor, 'Name', 'Shop');
    await settle();
    await save(editor);
    expect(textOf(editor)).to.include('It was changed meanwhile.');
    expect(control<HTMLInputElement>(editor, 'Name').value).to.equal('Shop');
  });

  it('creates a queue with an id of its own, and goes on to its page', async () => {
    const { editor, service } = await open('', {
      'PUT /api/queues/sales-2': queue({ queueId: 'sales-2', version: 1 }),
    });
    type(editor, 'Name', 'Sales');
    await settle();
    await save(editor);
    expect(put(service).map(({ path }) => path)).to.deep.equal(['/api/queues/sales-2']);
    expect(location.hash).to.equal('#/queues/sales-2');
  });

  it('says that there is no such queue', async () => {
    const { editor } = await open('gone');
    expect(textOf(editor)).to.include('There is no such queue.');
    expect(named(editor, 'Save')).to.have.length(0);
    expect(deepAll(editor, 'form')).to.have.length(0);
  });
});
