import { expect, fixture, html } from '@open-wc/testing';
import '../../../../widget/conversation/open-chat.js';
import type { PanelModel } from '../../../../widget/elements/panel/panel-model.js';
import type { Panel } from '../../../../widget/elements/panel/panel.js';
import { ChatIntentEvent, type ChatIntent } from '../../../../widget/events/chat-intent-event.js';
import { panelModel } from '../../../support/widget/panel-model.js';

async function openBanner(change: Partial<PanelModel>) {
  const intents: ChatIntent[] = [];
  const panel = await fixture<Panel>(
    html`<connect-chat-panel .model=${panelModel(change)}></connect-chat-panel>`,
  );
  panel.addEventListener(ChatIntentEvent.eventName, (event) =>
    intents.push((event as ChatIntentEvent).intent),
  );
  const banner = panel.shadowRoot!.querySelector('[part=banner]');
  const text = banner?.textContent.replace(/\s+/g, ' ').trim();
  return { banner, text, intents, button: () => banner!.querySelector('button')! };
}
const message = { clientToken: 'a', contentType: 'text/plain', content: 'hi', createdAt: 1 };

describe('the banner of the panel', () => {
  it('is missing while there is nothing to say of the connection', async () => {
    for (const phase of ['idle', 'live', 'ended'] as const)
      expect((await openBanner({ phase })).banner, phase).to.equal(null);
  });
  it('says that the chat is being connected, or why that takes longer', async () => {
    expect((await openBanner({ phase: 'connecting' })).text).to.equal('Connecting…');
    const busy = { phase: 'connecting', failure: 'We are very busy.' } as const;
    expect((await openBanner(busy)).text).to.equal('We are very busy.');
  });
  it('says that the connection was lost, and offers to connect at once', async () => {
    const { banner, text, button, intents } = await openBanner({ phase: 'reconnecting' });
    expect(banner!.getAttribute('role')).to.equal('status');
    expect(text).to.contain('Connection lost. Reconnecting…');
    button().click();
    expect(intents).to.deep.equal([{ type: 'reconnect' }]);
  });
  it('says that unsent messages will be sent', async () => {
    const { text } = await openBanner({ phase: 'reconnecting', waiting: [message] });
    expect(text).to.contain('Your messages will be sent when you’re back online.');
  });
  it('says that the browser is offline, without a countdown', async () => {
    const { text } = await openBanner({ phase: 'reconnecting', isOnline: false, seconds: 20 });
    expect(text).to.contain('You’re offline.');
    expect(text).not.to.contain('20');
  });
  it('announces that the chat failed, and offers to try again', async () => {
    const failure = 'The chat couldn’t be started.';
    const { banner, text, button, intents } = await openBanner({ phase: 'failed', failure });
    expect(banner!.getAttribute('role')).to.equal('alert');
    expect(text).to.equal(`${failure} Try again`);
    button().click();
    expect(intents).to.deep.equal([{ type: 'restart' }]);
  });
});
