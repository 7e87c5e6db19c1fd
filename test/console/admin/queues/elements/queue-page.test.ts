import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { QueuePage } from '../../../../../console/admin/queues/elements/queue-page.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, named, press, readingOf, settle } from '../../../../support/console/press.js';

const standard = {
  ...{ queueId: 'default', version: 1, name: 'Default queue', description: '', hoursOfOperation: null },
  isOpen: true,
  live: { contactsInQueue: 0, oldestContactAgeSeconds: 0, agentsAvailable: 1, agentsOnline: 2 },
  recent: { answered: 0, answeredInTime: null, estimatedWaitSeconds: null },
};
const sales = {
  ...standard,
  ...{ queueId: 'sales', name: 'Sales', isOpen: false, maxContacts: 5, serviceLevelSeconds: 30 },
  live: { contactsInQueue: 3, oldestContactAgeSeconds: 130, agentsAvailable: 0, agentsOnline: 0 },
  recent: { answered: 4, answeredInTime: 3, estimatedWaitSeconds: 60 },
};

async function open(
  answers: Record<string, unknown> = {},
): Promise<{ page: QueuePage; service: FakeService }> {
  const service = createFakeService({ 'GET /api/queues': [standard, sales], ...answers });
  const page = await fixture<QueuePage>(
    html`<connect-chat-queue-page .request=${service.request}></connect-chat-queue-page>`,
  );
  await settle();
  return { page, service };
}

describe('<connect-chat-queue-page>', () => {
  it('has no barriers, and says what happens in each queue', async () => {
    const { page } = await open();
    await expect(page).to.be.accessible();
    const text = readingOf(page);
    expect(text).to.include('3 of 5, longest 2m');
    expect(text).to.include('4 answered, 75% in time');
    expect(text).to.include('1 of 2 online');
    expect(text).to.include('Closed');
  });

  it('leads to the page of each queue, and of a new one', async () => {
    const { page } = await open();
    expect(control(page, 'Edit Sales').getAttribute('href')).to.equal('#/queues/sales');
    expect(control(page, 'Add queue').getAttribute('href')).to.equal('#/queues/+');
  });

  it('deletes a queue after a question, but not the default one', async () => {
    const { page, service } = await open();
    expect(named(page, 'Delete Default queue')).to.have.length(0);
    press(page, 'Delete Sales');
    await settle();
    service.answers['GET /api/queues'] = [standard];
    press(page, 'Delete');
    await settle();
    expect(service.asked.filter(({ method }) => method === 'DELETE')).to.deep.equal([
      { method: 'DELETE', path: '/api/queues/sales', body: undefined },
    ]);
    expect(readingOf(page)).to.include('Sales was deleted.');
  });

  it('says in the question why a queue must stay', async () => {
    const { page } = await open({
      'DELETE /api/queues/sales': new ServiceRefusal('QUEUE_IN_USE', 409, 'The queue is used by an agent.'),
    });
    press(page, 'Delete Sales');
    await settle();
    press(page, 'Delete');
    await settle();
    expect(readingOf(page)).to.include('The queue is used by an agent.');
    expect(named(page, 'Cancel')).to.have.length(1);
  });

  it('says that the service can’t be reached, and tries again', async () => {
    const { page, service } = await open({ 'GET /api/queues': new Error('down') });
    service.answers['GET /api/queues'] = [standard];
    press(page, 'Try again');
    await settle();
    expect(readingOf(page)).to.include('Default queue');
  });
});
