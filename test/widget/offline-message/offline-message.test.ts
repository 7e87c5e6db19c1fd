import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import '../../../widget/define.js';
import type { Panel } from '../../../widget/elements/panel/panel.js';
import { LeaveEvent } from '../../../widget/events/leave-event.js';
import { createFakeChat, fakeConfiguration, type FakeChat } from '../../support/widget/fake-chat.js';

const serviceUrl = 'https://offline.example';
let chat: FakeChat;

async function openWidget(configuration: Partial<WidgetConfiguration>): Promise<ConnectChatWidget> {
  chat.answer(200, { ...fakeConfiguration, ...configuration });
  const widget = await fixture<ConnectChatWidget>(
    html`<connect-chat-widget widget-id="w1" service-url=${serviceUrl}></connect-chat-widget>`,
  );
  if (!widget.configuration) await oneEvent(widget, 'connect-chat-ready');
  await widget.show();
  return widget;
}
const panel = (widget: ConnectChatWidget) =>
  widget.shadowRoot!.querySelector<Panel>('connect-chat-panel')!.shadowRoot!;
/** Once it is drawn. */
async function found<Found extends Element>(widget: ConnectChatWidget, selector: string): Promise<Found> {
  await waitUntil(() => panel(widget).querySelector(selector), selector);
  return panel(widget).querySelector<Found>(selector)!;
}
const left = { name: 'Cleo', email: 'cleo@example.com', message: 'Call me' };

describe('an offline message', () => {
  beforeEach(() => {
    chat = createFakeChat(serviceUrl);
  });
  afterEach(() => {
    chat.restore();
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) if (key.includes(serviceUrl)) storage.removeItem(key);
  });

  it('asks for a message instead of a chat while nobody answers, and says why', async () => {
    chat.leave('NOBODY_AVAILABLE');
    const widget = await openWidget({ takesMessages: true });
    const form = await found<HTMLElement & { lead: string }>(widget, 'connect-chat-message-form');
    expect(form.lead).to.match(/^No one’s available right now/);
    expect(panel(widget).querySelector('connect-chat-composer')).to.equal(null);
    expect(chat.sockets).to.have.length(0);
    await waitUntil(() => panel(widget).activeElement === form, 'the form has the cursor');
  });

  it('leaves the message as the start of a contact, and says that it is kept', async () => {
    chat.leave('CLOSED');
    const widget = await openWidget({ takesMessages: true });
    (await found(widget, 'connect-chat-message-form')).dispatchEvent(new LeaveEvent(left));
    const { leftMessage, attributes } = await chat.started();
    expect(leftMessage).to.equal('Call me');
    expect(attributes).to.deep.equal({ displayName: 'Cleo', email: 'cleo@example.com' });
    const note = await found(widget, '.over[role=status]');
    expect(note.textContent).to.equal('Thanks, we’ve got your message. We’ll reply here.');
    await found(widget, 'connect-chat-composer');
    chat.say(9, 'Here I am.');
    await waitUntil(() => !panel(widget).querySelector('.over[role=status]'), 'an answer is an answer');
  });

  it('keeps what was written where it was refused', async () => {
    chat.leave('CLOSED');
    const widget = await openWidget({ takesMessages: true });
    (await found(widget, 'connect-chat-message-form')).dispatchEvent(new LeaveEvent(left));
    await chat.refuse('ANSWER_INVALID');
    await found(widget, '.banner.bad');
    const form = await found<HTMLElement & { known: object }>(widget, 'connect-chat-message-form');
    expect(form.known).to.deep.equal(left);
  });

  it('starts a chat where somebody is there, and asks again at each opening', async () => {
    chat.leave('CLOSED');
    const widget = await openWidget({ takesMessages: true });
    await found(widget, 'connect-chat-message-form');
    await widget.hide();
    chat.leave(null);
    await widget.show();
    await chat.started();
    await found(widget, 'connect-chat-composer');
    expect(panel(widget).querySelector('connect-chat-message-form')).to.equal(null);
  });

  it('asks before the next chat, too', async () => {
    const widget = await openWidget({ takesMessages: true });
    await chat.started();
    chat.end(9);
    chat.leave('CLOSED');
    (await found<HTMLElement>(widget, '.over .main')).click();
    await found(widget, 'connect-chat-message-form');
    expect(chat.sockets).to.have.length(1);
  });

  it('starts at once where the widget takes no messages', async () => {
    chat.leave('CLOSED');
    await openWidget({});
    await chat.started();
  });
});
