import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { StatusReasons } from '../../../../../console/admin/settings/elements/status-reasons.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { named, press, readingOf, settle, type } from '../../../../support/console/press.js';

const lunch = { statusReasonId: 'lunch', name: 'Lunch' };

async function open(
  answers: Record<string, unknown> = {},
): Promise<{ section: StatusReasons; service: FakeService }> {
  const service = createFakeService({ 'GET /api/status-reasons': [lunch], ...answers });
  const section = await fixture<StatusReasons>(
    html`<connect-chat-status-reasons .request=${service.request}></connect-chat-status-reasons>`,
  );
  await settle();
  return { section, service };
}
const written = ({ asked }: FakeService) => asked.filter(({ method }) => method !== 'GET');

describe('<connect-chat-status-reasons>', () => {
  it('has no barriers, and lists the reasons', async () => {
    const { section } = await open();
    await expect(section).to.be.accessible();
    expect(readingOf(section)).to.include('Lunch');
  });

  it('adds a reason with an id of its own', async () => {
    const { section, service } = await open({ 'PUT /api/status-reasons/lunch-2': lunch });
    type(section, 'New reason', ' lunch ');
    press(section, 'Add reason');
    await settle();
    const body = { name: 'lunch' };
    expect(written(service)).to.deep.equal([{ method: 'PUT', path: '/api/status-reasons/lunch-2', body }]);
    expect(readingOf(section)).to.include('lunch was added.');
  });

  it('asks for a name', async () => {
    const { section, service } = await open();
    press(section, 'Add reason');
    await settle();
    expect(written(service)).to.deep.equal([]);
    expect(readingOf(section)).to.include('Enter a name for the reason.');
  });

  it('deletes a reason', async () => {
    const { section, service } = await open({ 'DELETE /api/status-reasons/lunch': undefined });
    service.answers['GET /api/status-reasons'] = [];
    press(section, 'Delete Lunch');
    await settle();
    expect(named(section, 'Delete Lunch')).to.have.length(0);
    expect(readingOf(section)).to.include('Lunch was deleted.');
  });

  it('says that the service can’t be reached, and tries again', async () => {
    const { section, service } = await open({ 'GET /api/status-reasons': new Error('down') });
    service.answers['GET /api/status-reasons'] = [lunch];
    press(section, 'Try again');
    await settle();
    expect(readingOf(section)).to.include('Lunch');
  });
});
