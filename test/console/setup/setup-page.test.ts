import { expect, fixture, html } from '@open-wc/testing';
import { ServiceRefusal } from '../../../console/request/service-request.js';
import '../../../console/setup/define.js';
import type { SetupPage } from '../../../console/setup/setup-page.js';
import { createFakeService } from '../../support/console/fake-service.js';
import { control, deepAll, press, settle, textOf, type } from '../../support/console/press.js';

async function open(service = createFakeService(), token = 'secret-token'): Promise<SetupPage> {
  const page = await fixture<SetupPage>(
    html`<connect-chat-setup-page .request=${service.request} .token=${token}></connect-chat-setup-page>`,
  );
  await settle();
  return page;
}
const sent = ({ asked }: ReturnType<typeof createFakeService>) =>
  asked.filter(({ method }) => method === 'POST');

function fillIn(page: SetupPage): void {
  type(page, 'Username', ' maria ');
  type(page, 'Your name', 'Maria');
  type(page, 'Password', 'four words in a row');
}

describe('the set-up page', () => {
  it('is accessible, empty, with errors and with a refused link', async () => {
    const service = createFakeService({
      'POST /api/setup': new ServiceRefusal('SETUP_LINK_REFUSED', 403, 'Used.'),
    });
    const page = await open(service);
    await expect(page).to.be.accessible();
    press(page, 'Create account');
    await settle();
    await expect(page).to.be.accessible();
    fillIn(page);
    press(page, 'Create account');
    await settle();
    await expect(page).to.be.accessible();
  });

  it('creates the account with the token of the link, then fires an event', async () => {
    const service = createFakeService();
    const page = await open(service);
    let isCreated = false;
    page.addEventListener('connect-chat-account-created', () => (isCreated = true));
    fillIn(page);
    press(page, 'Create account');
    await settle();
    expect(isCreated).to.equal(true);
    expect(sent(service)).to.deep.equal([
      {
        method: 'POST',
        path: '/api/setup',
        body: {
          token: 'secret-token',
          username: 'maria',
          displayName: 'Maria',
          password: 'four words in a row',
        },
      },
    ]);
  });

  it('sends no request while a field is empty, and shows an error beside each', async () => {
    const service = createFakeService();
    const page = await open(service);
    type(page, 'Password', 'short');
    press(page, 'Create account');
    await settle();
    expect(sent(service)).to.deep.equal([]);
    const username = control<HTMLInputElement>(page, 'Username');
    expect(username.getAttribute('aria-invalid')).to.equal('true');
    expect(page.shadowRoot?.activeElement).to.equal(username);
    expect(textOf(page)).to.include('Choose a username.').and.to.include('Enter the name visitors will see.');
    const password = control<HTMLInputElement>(page, 'Password');
    expect(password.getAttribute('aria-describedby')).to.equal('password-hint password-error');
  });

  it('shows a refusal beside its field', async () => {
    const refusal = new ServiceRefusal('REQUEST_INVALID', 400, 'Too easy to guess.', {
      pointer: '/password',
    });
    const page = await open(createFakeService({ 'POST /api/setup': refusal }));
    fillIn(page);
    press(page, 'Create account');
    await settle();
    expect(page.shadowRoot?.querySelector('#password-error')?.textContent).to.equal('Too easy to guess.');
    expect(page.shadowRoot?.activeElement).to.equal(control(page, 'Password'));
  });

  it('shows any other refusal above the form, keeps the input, and can be sent again', async () => {
    const service = createFakeService({
      'POST /api/setup': new ServiceRefusal('UNREACHABLE', 0, 'Not reached.'),
    });
    const page = await open(service);
    fillIn(page);
    press(page, 'Create account');
    await settle();
    expect(page.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include('Not reached.');
    expect(control<HTMLInputElement>(page, 'Your name').value).to.equal('Maria');
    service.answers = {};
    press(page, 'Create account');
    await settle();
    expect(sent(service)).to.have.length(2);
  });

  it('explains a used link, and accepts a new one', async () => {
    const refusal = new ServiceRefusal('SETUP_LINK_REFUSED', 403, 'Used.');
    const page = await open(createFakeService({ 'POST /api/setup': refusal }));
    fillIn(page);
    press(page, 'Create account');
    await settle();
    expect(textOf(page)).to.include('This link has already been used or has expired');
    expect(page.shadowRoot?.activeElement?.tagName).to.equal('H1');
    page.token = 'another';
    await settle();
    expect(textOf(page)).to.include('Create your administrator account');
  });

  it('shows that a link no longer works before the form is filled in', async () => {
    const refusal = new ServiceRefusal('SETUP_LINK_REFUSED', 403, 'Used.');
    const page = await open(createFakeService({ 'GET /api/setup': refusal }));
    expect(textOf(page)).to.include('This link has already been used or has expired');
    expect(deepAll(page, 'input')).to.deep.equal([]);
    await expect(page).to.be.accessible();
  });

  it('shows the form if the service can’t check the link', async () => {
    const unreachable = new ServiceRefusal('UNREACHABLE', 0, 'Not reached.');
    const page = await open(createFakeService({ 'GET /api/setup': unreachable }));
    expect(textOf(page)).to.include('Create your administrator account');
  });

  it('explains what to do with an incomplete link', async () => {
    const page = await open(createFakeService(), '');
    await expect(page).to.be.accessible();
    expect(textOf(page)).to.include('Your set-up link is incomplete');
  });

  it('sends one request, however often the button is pressed', async () => {
    let answer: () => void = () => undefined;
    const service = createFakeService({
      'POST /api/setup': () => new Promise<void>((resolve) => (answer = resolve)),
    });
    const page = await open(service);
    fillIn(page);
    press(page, 'Create account');
    await settle();
    press(page, 'Creating…');
    await settle();
    expect(sent(service)).to.have.length(1);
    answer();
  });
});
