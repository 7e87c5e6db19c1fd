import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import '../../../widget/define.js';
import type { Panel } from '../../../widget/elements/panel/panel.js';
import { createFakeChat, fakeConfiguration, type FakeChat } from '../../support/widget/fake-chat.js';

const serviceUrl = 'https://survey.example';
const survey: WidgetConfiguration['survey'] = { kind: 'STARS', question: '', comment: true };
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

describe('the survey after a chat', () => {
  beforeEach(() => {
    chat = createFakeChat(serviceUrl);
  });
  afterEach(() => {
    chat.restore();
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) if (key.includes(serviceUrl)) storage.removeItem(key);
  });

  it('asks how the chat was once it is over, beneath the transcript', async () => {
    const widget = await openWidget({ survey });
    await chat.started();
    expect(panel(widget).querySelector('connect-chat-survey')).to.equal(null);
    chat.end(9);
    const form = await found<HTMLElement & { question: string }>(widget, 'connect-chat-survey');
    expect(form.question).to.equal('How was this chat?');
    expect(panel(widget).querySelector('connect-chat-transcript')).not.to.equal(null);
    expect(panel(widget).querySelector('.over .main')).not.to.equal(null);
  });

  it('asks nothing after a chat where the widget has no survey', async () => {
    const widget = await openWidget({ takesMessages: true });
    await chat.started();
    chat.end(9);
    await found(widget, '.over .main');
    expect(panel(widget).querySelector('connect-chat-survey')).to.equal(null);
  });
});
