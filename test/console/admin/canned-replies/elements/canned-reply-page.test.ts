import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { CannedReplyPage } from '../../../../../console/admin/canned-replies/elements/canned-reply-page.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';

const hello = { cannedReplyId: 'r1', shortcut: 'hello', text: 'Hello', folder: 'Greetings', isShared: true };
const mine = { cannedReplyId: 'r2', shortcut: 'mine', text: 'Mine', folder: '', isShared: false };

async function open(
  answers: Record<string, unknown> = {},
): Promise<{ page: CannedReplyPage; service: FakeService }> {
  const service = createFakeService({ 'GET /api/canned-replies': [hello, mine], ...answers });
  const page = await fixture<CannedReplyPage>(
    html`<connect-chat-canned-reply-page .request=${service.request}></connect-chat-canned-reply-page>`,
  );
  await settle();
  return { page, service };
}
const submit = async (page: CannedReplyPage): Promise<void> => {
  deepAll(page, 'form button[type=submit]')[0]!.click();
  await settle();
};
const written = ({ asked }: FakeService) => asked.filter(({ method }) => method !== 'GET');

describe('<connect-chat-canned-reply-page>', () => {
  it('has no barriers, and lists the replies by folder', async () => {
    const { page } = await open();
    await expect(page).to.be.accessible();
    expect(deepAll(page, 'section').map((each) => each.getAttribute('aria-label'))).to.deep.equal([
      'Without folder',
      'Greetings',
    ]);
    expect(textOf(page)).to.include('Only me');
  });

  it('adds a reply, for everybody unless it is said otherwise', async () => {
    const { page, service } = await open({ 'POST /api/canned-replies': hello });
    press(page, 'Add canned reply');
    await settle();
    await expect(deepAll(page, 'connect-chat-canned-reply-dialog')[0]!).to.be.accessible();
    type(page, 'Shortcut', '/hello');
    type(page, 'Text', 'Hello {{customer.name}}');
    type(page, 'Folder', ' Greetings ');
    await settle();
    await submit(page);
    const body = { shortcut: 'hello', folder: 'Greetings', text: 'Hello {{customer.name}}', isShared: true };
    expect(written(service)).to.deep.equal([{ method: 'POST', path: '/api/canned-replies', body }]);
    expect(textOf(page)).to.include('/hello was saved.');
    expect(deepAll(page, 'dialog')).to.have.length(0);
  });

  it('asks the service nothing while something is wrong', async () => {
    const { page, service } = await open();
    press(page, 'Add canned reply');
    await settle();
    type(page, 'Shortcut', 'two words');
    await settle();
    await submit(page);
    expect(written(service)).to.deep.equal([]);
    expect(control(page, 'Shortcut').getAttribute('aria-invalid')).to.equal('true');
    expect(control(page, 'Shortcut').matches(':focus')).to.equal(true);
    expect(textOf(page)).to.include('Enter what is inserted.');
  });

  it('changes a reply, and puts a taken shortcut beside the shortcut', async () => {
    const refusal = new ServiceRefusal('SHORTCUT_TAKEN', 409, 'Another canned reply has this shortcut.', {
      pointer: '/shortcut',
    });
    const { page, service } = await open({ 'PUT /api/canned-replies/r2': refusal });
    press(page, 'Edit /mine');
    await settle();
    expect(control<HTMLSelectElement>(page, 'Who has it').value).to.equal('own');
    type(page, 'Text', 'Ours');
    await settle();
    await submit(page);
    expect(deepAll(page, '#shortcut-error')[0]?.textContent).to.equal(
      'Another canned reply has this shortcut.',
    );
    service.answers['PUT /api/canned-replies/r2'] = mine;
    await submit(page);
    expect(textOf(page)).to.include('/mine was saved.');
  });

  it('deletes a reply after a question', async () => {
    const { page, service } = await open();
    press(page, 'Delete /hello');
    await settle();
    expect(written(service)).to.deep.equal([]);
    service.answers['GET /api/canned-replies'] = [mine];
    press(page, 'Delete');
    await settle();
    expect(written(service)).to.deep.equal([
      { method: 'DELETE', path: '/api/canned-replies/r1', body: undefined },
    ]);
    expect(named(page, 'Edit /hello')).to.have.length(0);
    expect(textOf(page)).to.include('/hello was deleted.');
  });

  it('says that the service can’t be reached, and tries again', async () => {
    const { page, service } = await open({ 'GET /api/canned-replies': new Error('down') });
    expect(textOf(page)).to.include('Something went wrong on our side');
    service.answers['GET /api/canned-replies'] = [];
    press(page, 'Try again');
    await settle();
    expect(textOf(page)).to.include('There are no canned replies yet.');
  });
});
