import { expect } from '@open-wc/testing';
import { contentTypes } from '../../../shared/content-types.js';
import { takeCalls } from '../../../widget/amazon/take-calls.js';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import { ChatEvent } from '../../../widget/events/chat-event.js';
import { happened } from '../../support/widget/items.js';

/** An element that records calls, in place of a whole widget. */
function open() {
  const asked: string[] = [];
  const element = document.createElement('div');
  Object.assign(element, {
    open: false,
    hide: async () => void asked.push('hide'),
    endChat: async () => void asked.push('endChat'),
  });
  document.body.append(element);
  return { element: element as unknown as ConnectChatWidget, asked };
}

describe('takeCalls', () => {
  it('sets custom styles as custom properties', () => {
    const { element } = open();
    takeCalls(element, [
      [
        'customStyles',
        {
          global: { frameWidth: '400px', typeface: 'Verdana' },
          header: { headerBackgroundColor: '#123456' },
          transcript: { customerChatBubbleColor: '#00ff00', unknown: 'x' },
          constructor: { name: 'x' },
        },
      ],
    ]);
    const value = (name: string) => element.style.getPropertyValue(`--connect-chat-${name}`);
    expect(['width', 'font', 'header-color', 'customer-bubble-color'].map(value)).to.deep.equal([
      '400px',
      'Verdana',
      '#123456',
      '#00ff00',
    ]);
    expect(element.style.length).to.equal(4);
  });
  it('ignores values that are no objects', () => {
    const { element } = open();
    for (const value of [null, undefined, 7, 'x', { global: 'x' }])
      takeCalls(element, [
        ['customStyles', value],
        ['customDisplayNames', value],
        ['customizationObject', value],
        ['registerCallback', value],
      ]);
    expect(element.style.length).to.equal(0);
  });
  it('merges names, texts and features of several calls', () => {
    const { element } = open();
    const take = takeCalls(element, [
      [
        'customDisplayNames',
        {
          header: { headerMessage: 'Ask us', logoUrl: 'https://shop.example/logo.png' },
          footer: { textInputPlaceholder: 'Your question', endChatButtonText: 'Stop' },
        },
      ],
    ]);
    take([
      'customizationObject',
      {
        header: { hideTranscriptDownloadButton: true },
        transcript: {
          hideDisplayNames: true,
          eventNames: { agent: 'Our agent' },
          eventMessages: { participantJoined: '{name} is here', chatEnded: '' },
          displayIcons: true,
          iconSources: { agentMessage: 'https://shop.example/agent.png' },
        },
        composer: { disableEmojiPicker: true, disableCustomerAttachments: true },
        endChat: {
          enableConfirmationDialog: false,
          confirmationDialogText: { message: 'Really?', confirmButtonText: 'Yes', cancelButtonText: 'No' },
        },
        attachment: { rejectedErrorMessage: 'No such files.' },
      },
    ]);
    expect(element.customization).to.deep.equal({
      theme: { logoUrl: 'https://shop.example/logo.png' },
      texts: {
        title: 'Ask us',
        labels: {
          placeholder: 'Your question',
          endChat: 'Yes',
          joined: '{name} is here',
          ended: '',
          endQuestion: 'Really?',
          cancel: 'No',
          fileRefused: 'No such files.',
        },
      },
      features: { transcript: false, names: false, emoji: false, attachments: false, confirmEnd: false },
      names: { AGENT: 'Our agent' },
      pictures: { AGENT: 'https://shop.example/agent.png' },
    });
  });
  it('calls the page’s handlers, without the participant token', () => {
    const { element } = open();
    const told: unknown[] = [];
    const note = (...happening: unknown[]): void => void told.push(JSON.parse(JSON.stringify(happening)));
    const names = [
      'CONNECTION_ESTABLISHED',
      'CONNECTION_LOST',
      'PARTICIPANT_JOINED',
      'CHAT_ENDED',
      'WIDGET_FRAME_CLOSED',
    ];
    takeCalls(element, [
      ['registerCallback', Object.fromEntries(names.map((name) => [name, note]))],
      ['contactMetadataHandler', (metadata: unknown) => told.push(metadata)],
    ]);
    const chatDetails = { contactId: 'k1', participantId: 'c1' };
    element.dispatchEvent(new ChatEvent('connect-chat-start', { contactId: 'k1' }));
    element.dispatchEvent(new ChatEvent('connect-chat-connection', { isConnected: true, ...chatDetails }));
    const item = happened(2, 'joined');
    expect(item.contentType).to.equal(contentTypes.joined);
    element.dispatchEvent(new ChatEvent('connect-chat-participant', { item, isPresent: true }));
    element.dispatchEvent(new ChatEvent('connect-chat-connection', { isConnected: false, ...chatDetails }));
    element.dispatchEvent(new ChatEvent('connect-chat-end', { contactId: 'k1' }));
    element.dispatchEvent(new ChatEvent('connect-chat-close', undefined));
    expect(told).to.deep.equal([
      { chatContactId: 'k1' },
      ['CONNECTION_ESTABLISHED', { chatDetails, data: {} }],
      ['PARTICIPANT_JOINED', { chatDetails, data: item }],
      ['CONNECTION_LOST', { chatDetails, data: {} }],
      ['CHAT_ENDED', { chatDetails, data: {} }],
      ['WIDGET_FRAME_CLOSED', { chatDetails, data: { status: 'close_chat' } }],
    ]);
  });
  it('adds the elements with Amazon Connect’s names once, and makes them work', () => {
    const { element, asked } = open();
    takeCalls(element, []);
    takeCalls(element, []);
    const find = (id: string) => element.querySelectorAll<HTMLElement>(`#amazon-connect-${id}`);
    expect(find('widget-frame').length).to.equal(1);
    find('close-widget-button')[0]!.click();
    const frame = find('chat-widget-iframe')[0] as HTMLIFrameElement;
    const { connect } = frame.contentWindow as unknown as {
      connect: { ChatSession: { disconnect(): void }; ChatInterface: { hideComposer(hides: boolean): void } };
    };
    connect.ChatSession.disconnect();
    connect.ChatInterface.hideComposer(true);
    expect(asked).to.deep.equal(['hide', 'endChat']);
    expect(element.customization!.features).to.deep.equal({ composer: false });
    element.open = true;
    element.dispatchEvent(new ChatEvent('connect-chat-open', undefined));
    expect(find('widget-frame')[0]!.classList.contains('show')).to.equal(true);
  });
});
