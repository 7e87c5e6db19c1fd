import { expect, fixture, html } from '@open-wc/testing';
import '../../../../widget/conversation/open-chat.js';
import type { PanelModel } from '../../../../widget/elements/panel/panel-model.js';
import type { Panel } from '../../../../widget/elements/panel/panel.js';
import { ChatIntentEvent, type ChatIntent } from '../../../../widget/events/chat-intent-event.js';
import { happened, ownSaid, said } from '../../../support/widget/items.js';
import { panelModel } from '../../../support/widget/panel-model.js';

async function openHeader(change: Partial<PanelModel> = {}) {
  const intents: ChatIntent[] = [];
  const panel = await fixture<Panel>(
    html`<connect-chat-panel .model=${panelModel(change)}></connect-chat-panel>`,
  );
  panel.addEventListener(ChatIntentEvent.eventName, (event) =>
    intents.push((event as ChatIntentEvent).intent),
  );
  const header = panel.shadowRoot!.querySelector('[part=header]')!;
  const button = (name: string) => header.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
  const text = (selector: string) => header.querySelector(selector)?.textContent.trim();
  return { panel, intents, button, text };
}
const features = { sound: true, transcript: true, confirmEnd: true };

describe('the header of the panel', () => {
  it('names the chat, and the agent who last wrote', async () => {
    const items = [
      said(1, 'Hello'),
      said(2, 'Let me ask', { participantId: 'b', displayName: 'Bo Diaz' }),
      ownSaid(3, 'Thanks'),
    ];
    const { text } = await openHeader({ heading: 'Corner Bakery', items });
    expect([text('h2'), text('.who'), text('.face')]).to.deep.equal(['Corner Bakery', 'Bo Diaz', 'BD']);
  });
  it('names an agent who has joined, and nobody before', async () => {
    expect((await openHeader({ items: [ownSaid(1, 'Hi')] })).text('.who')).to.equal('');
    const { text } = await openHeader({ items: [ownSaid(1, 'Hi'), happened(2, 'joined')] });
    expect([text('.who'), text('.face')]).to.deep.equal(['Ada', 'A']);
  });
  it('shows no initials if names are hidden', async () => {
    const { text } = await openHeader({ items: [said(1, 'Hello')], features: { names: false } });
    expect(text('.face')).to.equal(undefined);
  });
  it('has a menu if there is a sound, or a transcript that is not empty', async () => {
    expect((await openHeader({ features: { sound: true } })).button('More')).not.to.equal(null);
    expect((await openHeader({ features: { transcript: true } })).button('More')).to.equal(null);
    const { button } = await openHeader({ features: { transcript: true }, items: [said(1, 'Hello')] });
    expect(button('More')!.getAttribute('aria-expanded')).to.equal('false');
  });
  it('has a button to end a chat in progress only', async () => {
    for (const phase of ['connecting', 'live', 'reconnecting'] as const)
      expect((await openHeader({ phase, features })).button('End chat'), phase).not.to.equal(null);
    for (const phase of ['idle', 'ended', 'failed'] as const)
      expect((await openHeader({ phase, features })).button('End chat'), phase).to.equal(null);
  });
  it('asks before it ends the chat, and closes the question at the second press', async () => {
    const { panel, button, intents } = await openHeader({ phase: 'live', features });
    const question = () => panel.shadowRoot!.querySelector('[role=group]');
    button('End chat')!.click();
    await panel.updateComplete;
    expect(question()!.querySelector('p')!.textContent).to.equal('End this chat?');
    button('End chat')!.click();
    await panel.updateComplete;
    expect([question(), intents.filter(({ type }) => type === 'end')]).to.deep.equal([null, []]);
  });
  it('ends the chat at once if configured so', async () => {
    const { button, intents } = await openHeader({ phase: 'live', features: { confirmEnd: false } });
    button('End chat')!.click();
    expect(intents).to.deep.include({ type: 'end' });
  });
  it('minimises a floating panel', async () => {
    const { button, intents } = await openHeader();
    button('Minimise')!.click();
    expect(intents).to.deep.include({ type: 'minimise' });
    expect((await openHeader({ isInline: true })).button('Minimise')).to.equal(null);
  });
});
