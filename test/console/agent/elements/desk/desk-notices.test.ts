import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { DeskNotices } from '../../../../../console/agent/elements/desk/desk-notices.js';
import { hearIntents } from '../../../../support/console/hear-intents.js';
import { press, readingOf } from '../../../../support/console/press.js';

async function open(change: Partial<DeskNotices>): Promise<DeskNotices> {
  const notices = await fixture<DeskNotices>(html`<connect-chat-desk-notices></connect-chat-desk-notices>`);
  Object.assign(notices, { monotonic: () => 10_000, ...change });
  await notices.updateComplete;
  return notices;
}

describe('<connect-chat-desk-notices>', () => {
  it('is accessible with all of them', async () => {
    const all = {
      isLost: true,
      nextAttempt: 14_000,
      hasMissed: true,
      returned: 2,
      problem: 'Not your chat.',
    };
    await expect(await open(all)).to.be.accessible();
  });

  it('shows nothing while there is nothing to tell', async () => {
    expect(readingOf(await open({}))).to.equal('');
  });

  it('counts down to the next attempt to connect', async () => {
    const notices = await open({ isLost: true, nextAttempt: 14_000 });
    expect(readingOf(notices)).to.contain('Connection lost. Reconnecting in 4 s. Your messages are safe.');
    notices.monotonic = () => 13_001;
    await notices.updateComplete;
    expect(readingOf(notices)).to.contain('Reconnecting in 1 s.');
    notices.monotonic = () => 14_000;
    await notices.updateComplete;
    expect(readingOf(notices)).to.contain('Reconnecting…');
  });

  it('keeps the seconds from screen readers, which would read out each of them', async () => {
    const notices = await open({ isLost: true, nextAttempt: 14_000 });
    const hidden = notices.shadowRoot!.querySelector('[aria-hidden="true"]')!;
    expect(hidden.textContent.trim()).to.equal('in 4 s');
    expect(hidden.closest('[role="status"]')).not.to.equal(null);
  });

  it('says how many messages wait for the connection', async () => {
    const one = await open({ isLost: true, nextAttempt: 14_000, waiting: 1 });
    expect(readingOf(one)).to.contain("1 message will be sent as soon as you're back.");
    const three = await open({ isLost: true, nextAttempt: 14_000, waiting: 3 });
    expect(readingOf(three)).to.contain("3 messages will be sent as soon as you're back.");
  });

  it('reconnects at once when asked to', async () => {
    const notices = await open({ isLost: true, nextAttempt: 14_000 });
    const heard = hearIntents(notices);
    press(notices, 'Reconnect now');
    expect(heard).to.deep.equal([{ type: 'reconnect' }]);
  });

  it('tells an agent who missed a chat why no chats arrive, and ends that at one press', async () => {
    const notices = await open({ hasMissed: true });
    const heard = hearIntents(notices);
    expect(readingOf(notices)).to.contain('You missed a chat, so new chats go to others for now.');
    press(notices, 'Go available');
    expect(heard).to.deep.equal([{ type: 'status', status: 'AVAILABLE' }]);
  });

  it('tells how many chats went back to the queue, until the agent has read it', async () => {
    const notices = await open({ returned: 1 });
    const heard = hearIntents(notices);
    expect(readingOf(notices)).to.contain('one chat went back to the queue');
    notices.returned = 2;
    await notices.updateComplete;
    expect(readingOf(notices)).to.contain('2 chats went back to the queue');
    press(notices, 'Got it');
    expect(heard).to.deep.equal([{ type: 'dismiss-returned' }]);
  });

  it('announces at once what was refused', async () => {
    const notices = await open({ problem: 'This chat is not yours.' });
    const alert = notices.shadowRoot!.querySelector('[role="alert"]')!;
    expect(alert.textContent.trim()).to.equal('This chat is not yours.');
  });
});
