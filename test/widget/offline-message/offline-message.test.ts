import { expect } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { LeaveEvent } from '../../../widget/events/leave-event.js';
import { createFakeChat, type FakeChat } from '../../support/widget/fake-chat.js';
import { forgetChat, found, openWidget as openWith, panelOf } from '../../support/widget/shown-panel.js';
import { waitUntil } from '../../support/wait-until.js';

const serviceUrl = 'https://offline.example';
let chat: FakeChat;

const openWidget = (configuration: Partial<WidgetConfiguration>) => openWith(chat, serviceUrl, configuration);
const left = { name: 'Cleo', email: 'cleo@example.com', message: 'Call me' };

describe('an offline message', () => {
  beforeEach(() => {
    chat = createFakeChat(serviceUrl);
  });
  afterEach(() => forgetChat(chat, serviceUrl));

  it('replaces the chat while no agent can answer, and says why', async () => {
    chat.leave('NOBODY_AVAILABLE');
    const widget = await openWidget({ takesMessages: true });
    const form = await found<HTMLElement & { lead: string }>(widget, 'connect-chat-message-form');
    expect(form.lead).to.match(/^No one’s available right now/);
    expect(panelOf(widget).querySelector('connect-chat-composer')).to.equal(null);
    expect(chat.sockets).to.have.length(0);
    await waitUntil(() => panelOf(widget).activeElement === form, 'the form has the cursor');
  });

  it('starts a contact, and the panel confirms that it is stored', async () => {
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
    await waitUntil(() => !panelOf(widget).querySelector('.over[role=status]'), 'an answer is an answer');
  });

  it('keeps its text if it was refused', async () => {
    chat.leave('CLOSED');
    const widget = await openWidget({ takesMessages: true });
    (await found(widget, 'connect-chat-message-form')).dispatchEvent(new LeaveEvent(left));
    await chat.refuse('ANSWER_INVALID');
    await found(widget, '.banner.bad');
    const form = await found<HTMLElement & { known: object }>(widget, 'connect-chat-message-form');
    expect(form.known).to.deep.equal(left);
  });

  it('is not offered while agents are available, which is checked at each opening', async () => {
    chat.leave('CLOSED');
    const widget = await openWidget({ takesMessages: true });
    await found(widget, 'connect-chat-message-form');
    await widget.hide();
    chat.leave(null);
    await widget.show();
    await chat.started();
    await found(widget, 'connect-chat-composer');
    expect(panelOf(widget).querySelector('connect-chat-message-form')).to.equal(null);
  });

  it('is also offered before the next chat', async () => {
    const widget = await openWidget({ takesMessages: true });
    await chat.started();
    chat.end(9);
    chat.leave('CLOSED');
    (await found<HTMLElement>(widget, '.over .main')).click();
    await found(widget, 'connect-chat-message-form');
    expect(chat.sockets).to.have.length(1);
  });

  it('is never offered if the widget takes none', async () => {
    chat.leave('CLOSED');
    await openWidget({});
    await chat.started();
  });
});
