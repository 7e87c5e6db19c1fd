import { expect, fixture, html } from '@open-wc/testing';
import { renderNotAllowed } from '../../../../console/admin/pages/render-not-allowed.js';
import { renderPage, type AdminPage } from '../../../../console/admin/pages/render-page.js';
import { withIdentity } from '../../../../console/sign-in/staff-state.js';
import { control, press, readingOf } from '../../../support/console/press.js';

const ada = withIdentity({ agentId: 'a1', username: 'ada', displayName: 'Ada', role: 'admin' }, true);
const open = (change: Partial<AdminPage> = {}) =>
  fixture<HTMLElement>(
    html`<div>
      ${renderPage({
        route: { view: 'widgets' },
        staff: ada,
        request: async () => [],
        onSignOut: () => undefined,
        ...change,
      })}
    </div>`,
  );
const currentOf = (page: HTMLElement) => page.querySelector('[aria-current="page"]')!.textContent;

describe('a page of the administrator', () => {
  it('leads to the others by its head', async () => {
    const page = await open();
    expect(control(page, 'Widgets').getAttribute('href')).to.equal('#/widgets');
    expect(control(page, 'Queues').getAttribute('href')).to.equal('#/queues');
    expect(control(page, 'Accounts').getAttribute('href')).to.equal('#/accounts');
    expect(control(page, 'Agent console').getAttribute('href')).to.equal('/agent/');
  });

  it('marks the one that is open; a widget belongs to the widgets', async () => {
    expect(currentOf(await open())).to.equal('Widgets');
    expect(currentOf(await open({ route: { view: 'accounts' } }))).to.equal('Accounts');
    expect(currentOf(await open({ route: { view: 'queue', queueId: '' } }))).to.equal('Queues');
    expect(currentOf(await open({ route: { view: 'widget', widgetId: 'w1', step: 'look' } }))).to.equal(
      'Widgets',
    );
  });

  it('has the page that the address names as its content', async () => {
    const content = async (route: AdminPage['route']) =>
      (await open({ route })).querySelector('main')!.lastElementChild!.localName;
    expect(await content({ view: 'widgets' })).to.equal('connect-chat-widget-list');
    expect(await content({ view: 'accounts' })).to.equal('connect-chat-account-list');
    expect(await content({ view: 'queues' })).to.equal('connect-chat-queue-page');
    expect(await content({ view: 'queue', queueId: 'sales' })).to.equal('connect-chat-queue-editor');
    expect(await content({ view: 'widget', widgetId: 'w1', step: 'code' })).to.equal(
      'connect-chat-widget-editor',
    );
  });

  it('shows who is signed in, and signs out', async () => {
    let isOut = false;
    const page = await open({ onSignOut: () => (isOut = true) });
    expect(readingOf(page)).to.contain('Ada');
    press(page, 'Sign out');
    expect(isOut).to.equal(true);
  });

  it('announces why signing out failed', async () => {
    const page = await open({ staff: { ...ada, problem: 'No connection.' } });
    expect(page.querySelector('[role="alert"]')!.textContent.trim()).to.equal('No connection.');
  });
});

describe('the administrators’ pages for other staff', () => {
  it('are accessible, and lead to where they can work', async () => {
    const page = await fixture<HTMLElement>(html`<div>${renderNotAllowed(() => undefined)}</div>`);
    await expect(page).to.be.accessible();
    expect(readingOf(page)).to.contain('Ask an administrator for access.');
    expect(control(page, 'Open the agent console').getAttribute('href')).to.equal('/agent/');
  });

  it('let them sign in with another account', async () => {
    let isOut = false;
    const page = await fixture<HTMLElement>(html`<div>${renderNotAllowed(() => (isOut = true))}</div>`);
    press(page, 'Use another account');
    expect(isOut).to.equal(true);
  });
});
