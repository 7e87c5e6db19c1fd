import { expect, fixture, html } from '@open-wc/testing';
import '../../../../console/admin/define.js';
import type { AdminConsole } from '../../../../console/admin/pages/admin-console.js';
import { ServiceRefusal } from '../../../../console/request/service-request.js';
import { sampleWidget } from '../../../support/console/admin-fixtures.js';
import { createFakeService, type FakeService } from '../../../support/console/fake-service.js';
import { control, deepAll, named, press, readingOf, settle, type } from '../../../support/console/press.js';

const ada = { agentId: 'a1', username: 'ada', displayName: 'Ada', role: 'admin' };
const session = 'GET /api/session';
const widget = { ...sampleWidget(), widgetId: 'w1' };
const serve = (answers: object = {}): FakeService =>
  createFakeService({
    [session]: ada,
    'GET /api/widgets': [widget],
    'GET /api/agents': [],
    'GET /api/queues': [],
    'GET /api/flows': [],
    'GET /api/widgets/w1/history': [{ version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() }],
    ...answers,
  });

async function open(service = serve(), hash = '#/widgets'): Promise<AdminConsole> {
  go(hash);
  const page = await fixture<AdminConsole>(
    html`<connect-chat-admin-console .request=${service.request}></connect-chat-admin-console>`,
  );
  await settle();
  return page;
}
/** Navigates to a hash as a link does, without leaving the test page. */
function go(hash: string): void {
  window.history.replaceState(null, '', location.pathname + location.search + hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
const refusal = (statusCode: number, code = 'NOT_SIGNED_IN') => new ServiceRefusal(code, statusCode, 'No.');

describe('<connect-chat-admin-console>', () => {
  afterEach(() => go(''));

  for (const [state, service] of [
    ['signed in', serve()],
    ['signed out', serve({ [session]: refusal(401) })],
    ['without permission', serve({ [session]: { ...ada, role: 'agent' } })],
    ['without the service', serve({ [session]: refusal(0, 'UNREACHABLE') })],
  ] as const)
    it(`is accessible, ${state}, with one main landmark and one first heading`, async () => {
      const page = await open(service);
      await expect(page).to.be.accessible();
      expect(deepAll(page, 'main')).to.have.length(1);
      expect(deepAll(page, 'h1')).to.have.length(1);
    });

  it('links to widgets, accounts and the agent console, and marks the current page', async () => {
    const page = await open();
    expect(control(page, 'Widgets').getAttribute('aria-current')).to.equal('page');
    go('#/accounts');
    await settle();
    expect(deepAll(page, 'h1')[0]!.textContent).to.equal('Accounts');
    expect(control(page, 'Accounts').getAttribute('aria-current')).to.equal('page');
    expect(control<HTMLAnchorElement>(page, 'Agent console').getAttribute('href')).to.equal('/agent/');
  });

  it('tells agents that they lack permission, and what to do', async () => {
    const text = readingOf(await open(serve({ [session]: { ...ada, role: 'agent' } })));
    expect(text).to.contain('You don’t have permission to manage widgets. Ask an administrator for access.');
  });

  it('keeps unsaved input during a new sign-in', async () => {
    const service = serve({ 'PUT /api/widgets/w1': refusal(401) });
    const page = await open(service, '#/widgets/w1/look');
    type(page, 'Title', 'Typed');
    await settle();
    press(page, 'Save');
    await settle();
    expect(readingOf(page)).to.contain(
      'You were signed out. Sign in to continue. Your changes are still here.',
    );
    page
      .shadowRoot!.querySelector('connect-chat-staff-sign-in')!
      .dispatchEvent(new Event('connect-chat-signed-in'));
    await settle();
    expect(control<HTMLInputElement>(page, 'Title').value).to.equal('Typed');
  });

  it('asks before unsaved changes are discarded', async () => {
    const page = await open(serve(), '#/widgets/w1/look');
    type(page, 'Title', 'Typed');
    await settle();
    go('#/accounts');
    await settle();
    expect(readingOf(page)).to.contain('Leave without saving? Your changes will be lost.');
    expect(location.hash).to.equal('#/widgets/w1/look');
    press(page, 'Keep editing');
    await settle();
    expect(control<HTMLInputElement>(page, 'Title').value).to.equal('Typed');
    go('#/accounts');
    await settle();
    press(page, 'Leave without saving');
    await settle();
    expect(deepAll(page, 'h1')[0]!.textContent).to.equal('Accounts');
  });

  it('signs out', async () => {
    const page = await open();
    press(page, 'Sign out');
    await settle();
    expect(named(page, 'Sign in')).to.have.length(1);
  });

  it('shows in the header why signing out failed', async () => {
    const page = await open(serve({ 'DELETE /api/session': refusal(0, 'UNREACHABLE') }));
    press(page, 'Sign out');
    await settle();
    expect(deepAll(page, 'main > [role=alert]')[0]!.textContent).to.contain('No.');
    expect(named(page, 'Sign out')).to.have.length(1);
  });

  it('lets an agent sign out, to use another account', async () => {
    const page = await open(serve({ [session]: { ...ada, role: 'agent' } }));
    press(page, 'Use another account');
    await settle();
    expect(named(page, 'Sign in')).to.have.length(1);
  });

  it('tries again after the service could not be reached', async () => {
    const service = serve({ [session]: refusal(0, 'UNREACHABLE') });
    const page = await open(service);
    expect(readingOf(page)).to.contain('Something went wrong');
    service.answers[session] = ada;
    press(page, 'Try again');
    await settle();
    expect(deepAll(page, 'h1').map(({ textContent }) => textContent)).to.deep.equal(['Widgets']);
  });
});
