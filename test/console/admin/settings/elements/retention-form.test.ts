import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { RetentionForm } from '../../../../../console/admin/settings/elements/retention-form.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, press, readingOf, settle, type } from '../../../../support/console/press.js';

const label = 'Days until ended chats are erased';

async function open(
  answers: Record<string, unknown> = {},
): Promise<{ form: RetentionForm; service: FakeService }> {
  const service = createFakeService({
    'GET /api/retention': { days: null },
    'PUT /api/retention': (body: unknown) => body,
    ...answers,
  });
  const form = await fixture<RetentionForm>(
    html`<connect-chat-retention-form .request=${service.request}></connect-chat-retention-form>`,
  );
  await settle();
  return { form, service };
}
const put = ({ asked }: FakeService) =>
  asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

describe('<connect-chat-retention-form>', () => {
  it('has no barriers, and is empty while contacts are kept', async () => {
    const { form } = await open();
    await expect(form).to.be.accessible();
    expect(control<HTMLInputElement>(form, label).value).to.equal('');
  });

  it('saves a number of days, and none', async () => {
    const { form, service } = await open({ 'GET /api/retention': { days: 90 } });
    expect(control<HTMLInputElement>(form, label).value).to.equal('90');
    type(form, label, '30');
    press(form, 'Save retention');
    await settle();
    expect(readingOf(form)).to.include('erased 30 days after their end');
    type(form, label, '');
    press(form, 'Save retention');
    await settle();
    expect(put(service)).to.deep.equal([{ days: 30 }, { days: null }]);
    expect(readingOf(form)).to.include('Contacts are kept.');
  });

  it('asks the service nothing while the number is wrong', async () => {
    const { form, service } = await open();
    type(form, label, '0');
    press(form, 'Save retention');
    await settle();
    expect(put(service)).to.deep.equal([]);
    expect(control(form, label).getAttribute('aria-invalid')).to.equal('true');
  });

  it('says that the service can’t be reached, and tries again', async () => {
    const { form, service } = await open({ 'GET /api/retention': new Error('down') });
    service.answers['GET /api/retention'] = { days: 7 };
    press(form, 'Try again');
    await settle();
    expect(control<HTMLInputElement>(form, label).value).to.equal('7');
  });
});
