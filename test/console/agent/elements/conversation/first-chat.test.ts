import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { FirstChat } from '../../../../../console/agent/elements/conversation/first-chat.js';
import type { IntentEvent } from '../../../../../console/agent/elements/intent-event.js';
import type { AgentStatus } from '../../../../../shared/agent-status.js';

const open = (status: AgentStatus, offers = 0) =>
  fixture<FirstChat>(
    html`<connect-chat-first-chat .status=${status} .offers=${offers}></connect-chat-first-chat>`,
  );
const current = (guide: FirstChat): string =>
  guide.shadowRoot!.querySelector('[aria-current="step"]')!.textContent.replace(/\s+/g, ' ').trim();
const button = (guide: FirstChat, name: string) =>
  [...guide.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === name);

describe('<connect-chat-first-chat>', () => {
  it('is accessible at every step', async () => {
    for (const guide of [await open('OFFLINE'), await open('AVAILABLE'), await open('AVAILABLE', 1)])
      await expect(guide).to.be.accessible();
  });

  it('begins with going available, by one press', async () => {
    const guide = await open('OFFLINE');
    expect(current(guide)).to.contain('Tell visitors that you’re here.');
    setTimeout(() => button(guide, 'Go available')!.click());
    const { intent } = await oneEvent<IntentEvent>(guide, 'connect-chat-agent-intent');
    expect(intent).to.deep.equal({ type: 'status', status: 'AVAILABLE' });
  });

  it('leads to the sample page in a second window, then back to the offer', async () => {
    const guide = await open('AVAILABLE');
    expect(current(guide)).to.contain('Open the sample page');
    const link = guide.shadowRoot!.querySelector('a')!;
    expect([link.getAttribute('href'), link.target]).to.deep.equal(['/demo/', '_blank']);
    guide.offers = 1;
    await guide.updateComplete;
    expect(current(guide)).to.equal('Come back here, accept the chat, and reply.');
  });

  it('can be skipped', async () => {
    const guide = await open('OFFLINE');
    setTimeout(() => button(guide, 'Skip')!.click());
    await oneEvent(guide, 'connect-chat-skip');
  });
});
