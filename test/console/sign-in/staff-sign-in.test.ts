import { expect, fixture, html } from '@open-wc/testing';
import { ServiceRefusal } from '../../../console/request/service-request.js';
import '../../../console/sign-in/define.js';
import type { StaffSignIn } from '../../../console/sign-in/staff-sign-in.js';
import { createFakeService } from '../../support/console/fake-service.js';
import { control, press, settle, textOf, type } from '../../support/console/press.js';

const open = (service = createFakeService(), notice = '') =>
  fixture<StaffSignIn>(
    html`<connect-chat-staff-sign-in
      heading="Agent console"
      .request=${service.request}
      .notice=${notice}
    ></connect-chat-staff-sign-in>`,
  );

describe('the sign-in form', () => {
  it('is accessible, with a notice and with an error', async () => {
    const form = await open(createFakeService(), 'You were signed out.');
    await expect(form).to.be.accessible();
    press(form, 'Sign in');
    await settle();
    await expect(form).to.be.accessible();
  });

  it('signs in with username and password, then fires an event and clears the password', async () => {
    const service = createFakeService();
    const form = await open(service);
    let isSignedIn = false;
    form.addEventListener('connect-chat-signed-in', () => (isSignedIn = true));
    type(form, 'Username', 'maria');
    type(form, 'Password', ' with spaces ');
    press(form, 'Sign in');
    await settle();
    expect(service.asked).to.deep.equal([
      { method: 'POST', path: '/api/session', body: { username: 'maria', password: ' with spaces ' } },
    ]);
    expect(isSignedIn).to.equal(true);
    expect(control<HTMLInputElement>(form, 'Password').value).to.equal('');
  });

  it('shows a refusal, and keeps the input', async () => {
    const refusal = new ServiceRefusal('SIGN_IN_REFUSED', 401, 'Username or password is wrong.');
    const form = await open(createFakeService({ 'POST /api/session': refusal }));
    type(form, 'Username', 'maria');
    type(form, 'Password', 'wrong');
    press(form, 'Sign in');
    await settle();
    expect(form.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include(
      'Username or password is wrong.',
    );
    expect(control<HTMLInputElement>(form, 'Username').value).to.equal('maria');
  });

  it('shows how long to wait after too many attempts, and counts down', async () => {
    const refusal = new ServiceRefusal('SIGN_IN_THROTTLED', 429, 'You can try again in 64 seconds.', {
      retryAfter: 64,
    });
    const service = createFakeService({ 'POST /api/session': refusal });
    const form = await open(service);
    let time = 5_000;
    form.monotonic = () => time;
    type(form, 'Username', 'maria');
    type(form, 'Password', 'wrong');
    press(form, 'Sign in');
    await settle();
    const alert = () => form.shadowRoot!.querySelector('[role=alert]')!.textContent;
    const button = () => form.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!;
    expect(alert()).to.include('You can try again in 64 seconds.');
    expect(button().textContent.replace(/\s+/g, ' ').trim()).to.equal('Sign in in 64 s');
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    await expect(form).to.be.accessible();
    time += 30_000;
    button().click();
    form.requestUpdate();
    await form.updateComplete;
    expect(button().textContent.replace(/\s+/g, ' ').trim()).to.equal('Sign in in 34 s');
    expect(service.asked.length).to.equal(1);
    time += 34_000;
    form.requestUpdate();
    await form.updateComplete;
    expect(alert()).not.to.include('try again');
    press(form, 'Sign in');
    await settle();
    expect(service.asked.length).to.equal(2);
  });

  it('asks for an empty field without a request', async () => {
    const service = createFakeService();
    const form = await open(service);
    press(form, 'Sign in');
    await settle();
    expect(service.asked).to.deep.equal([]);
    expect(textOf(form)).to.include('Enter your username.');
    expect(form.shadowRoot?.activeElement).to.equal(control(form, 'Username'));
  });

  it('can be filled by a password manager', async () => {
    const form = await open();
    expect(control(form, 'Username').getAttribute('autocomplete')).to.equal('username');
    expect(control(form, 'Password').getAttribute('autocomplete')).to.equal('current-password');
    expect(control<HTMLInputElement>(form, 'Password').type).to.equal('password');
  });
});
