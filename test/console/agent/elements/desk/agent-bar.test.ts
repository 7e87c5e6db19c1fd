import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { AgentBar } from '../../../../../console/agent/elements/desk/agent-bar.js';
import { defaultPreferences } from '../../../../../console/agent/state/preference.js';
import { hearIntents } from '../../../../support/console/hear-intents.js';
import { control, named, press, readingOf } from '../../../../support/console/press.js';

async function open(change: Partial<AgentBar> = {}): Promise<AgentBar> {
  const bar = await fixture<AgentBar>(html`<connect-chat-agent-bar></connect-chat-agent-bar>`);
  Object.assign(bar, { displayName: 'Maria', status: 'AVAILABLE', isLive: true, ...change });
  await bar.updateComplete;
  return bar;
}
const statusOf = (bar: AgentBar) => control<HTMLSelectElement>(bar, 'Status');
function choose(bar: AgentBar, status: string): void {
  statusOf(bar).value = status;
  statusOf(bar).dispatchEvent(new Event('change'));
}

describe('<connect-chat-agent-bar>', () => {
  it('is accessible, with everything in it', async () => {
    const bar = await open({ isAdministrator: true, status: 'MISSED', isMuted: true });
    press(bar, 'Settings');
    await expect(bar).to.be.accessible();
  });

  it('shows who is signed in, and whether the service is connected', async () => {
    const bar = await open();
    expect(readingOf(bar)).to.contain('Maria').and.to.contain('Connected');
    bar.isLive = false;
    await bar.updateComplete;
    expect(readingOf(bar)).to.contain('Connecting…').and.not.to.contain('Connected');
  });

  it('shows the status that the service has confirmed, also after the agent chose another', async () => {
    const bar = await open();
    const heard = hearIntents(bar);
    choose(bar, 'OFFLINE');
    await bar.updateComplete;
    expect(heard).to.deep.equal([{ type: 'status', status: 'OFFLINE' }]);
    expect(statusOf(bar).value).to.equal('AVAILABLE');
    bar.status = 'OFFLINE';
    await bar.updateComplete;
    expect(statusOf(bar).value).to.equal('OFFLINE');
  });

  it('shows a missed chat as a status that can’t be chosen', async () => {
    const bar = await open({ status: 'MISSED' });
    const [selected] = statusOf(bar).selectedOptions;
    expect([selected!.text, selected!.disabled]).to.deep.equal(['Missed', true]);
    bar.status = 'AVAILABLE';
    await bar.updateComplete;
    expect([...statusOf(bar).options].map(({ text }) => text)).to.deep.equal(['Available', 'Offline']);
  });

  it('mutes and unmutes the sounds by one button, which says which it is', async () => {
    const bar = await open();
    const heard = hearIntents(bar);
    const mute = control(bar, 'Mute sounds');
    expect([mute.getAttribute('aria-pressed'), mute.title]).to.deep.equal(['false', 'Sounds are on']);
    mute.click();
    bar.isMuted = true;
    await bar.updateComplete;
    expect([mute.getAttribute('aria-pressed'), mute.title]).to.deep.equal(['true', 'Sounds are off']);
    mute.click();
    expect(heard).to.deep.equal([
      { type: 'mute', isMuted: true },
      { type: 'mute', isMuted: false },
    ]);
  });

  it('links administrators, and nobody else, to the pages that customise widgets', async () => {
    expect(named(await open(), 'Customise')).to.deep.equal([]);
    const bar = await open({ isAdministrator: true });
    expect(control(bar, 'Customise').getAttribute('href')).to.equal('/admin/');
  });

  it('asks to sign out', async () => {
    const bar = await open();
    const heard = hearIntents(bar);
    press(bar, 'Sign out');
    expect(heard).to.deep.equal([{ type: 'sign-out' }]);
  });

  it('folds the settings away, and passes on what is chosen there', async () => {
    const bar = await open({ preferences: { ...defaultPreferences, asksBeforeEnd: false } });
    const heard = hearIntents(bar);
    expect(named(bar, 'Ask before ending a chat')).to.deep.equal([]);
    press(bar, 'Settings');
    const box = control<HTMLInputElement>(bar, 'Ask before ending a chat');
    const notifies = control<HTMLInputElement>(bar, 'Desktop notifications while this page is hidden');
    expect([box.checked, notifies.checked]).to.deep.equal([false, false]);
    box.click();
    notifies.click();
    press(bar, 'Keyboard shortcuts');
    expect(heard).to.deep.equal([
      { type: 'prefer', preference: 'asksBeforeEnd', isOn: true },
      { type: 'prefer', preference: 'notifies', isOn: true },
      { type: 'show', dialog: 'keys' },
    ]);
  });

  it('shows no empty name before the service has named the agent', async () => {
    const bar = await open({ displayName: '' });
    expect(bar.shadowRoot!.querySelector('.name')).to.equal(null);
  });
});
