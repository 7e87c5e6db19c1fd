import { expect } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { createFakeChat, type FakeChat } from '../../support/widget/fake-chat.js';
import { forgetChat, found, openWidget as openWith, panelOf } from '../../support/widget/shown-panel.js';

const serviceUrl = 'https://survey.example';
const survey: WidgetConfiguration['survey'] = { kind: 'STARS', question: '', comment: true };
let chat: FakeChat;

const openWidget = (configuration: Partial<WidgetConfiguration>) => openWith(chat, serviceUrl, configuration);

describe('the survey after a chat', () => {
  beforeEach(() => {
    chat = createFakeChat(serviceUrl);
  });
  afterEach(() => forgetChat(chat, serviceUrl));

  it('is shown below the transcript when the chat has ended', async () => {
    const widget = await openWidget({ survey });
    await chat.started();
    expect(panelOf(widget).querySelector('connect-chat-survey')).to.equal(null);
    chat.end(9);
    const form = await found<HTMLElement & { question: string }>(widget, 'connect-chat-survey');
    expect(form.question).to.equal('How was this chat?');
    expect(panelOf(widget).querySelector('connect-chat-transcript')).not.to.equal(null);
    expect(panelOf(widget).querySelector('.over .main')).not.to.equal(null);
  });

  it('is not shown if the widget has no survey', async () => {
    const widget = await openWidget({ takesMessages: true });
    await chat.started();
    chat.end(9);
    await found(widget, '.over .main');
    expect(panelOf(widget).querySelector('connect-chat-survey')).to.equal(null);
  });
});
