import { expect } from '@open-wc/testing';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import { createAmazonCalls } from '../../../widget/embed/amazon-calls.js';

function open() {
  const element = document.createElement('div') as unknown as ConnectChatWidget;
  return { element, call: createAmazonCalls(element) };
}
function warnings(task: () => void): string[] {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (text: string) => heard.push(text);
  try {
    task();
  } finally {
    console.warn = warn;
  }
  return heard;
}

describe('amazon_connect', () => {
  it('takes the icon’s colours', () => {
    const { element, call } = open();
    call('styles', {
      iconType: 'CHAT',
      openChat: { color: '#ffffff', backgroundColor: '#123456' },
      closeChat: { color: '#000000', backgroundColor: '#654321' },
    });
    expect(element.style.getPropertyValue('--connect-chat-open-icon-background-color')).to.equal('#123456');
    expect(element.style.getPropertyValue('--connect-chat-close-icon-color')).to.equal('#000000');
  });
  it('asks the page for a token and for the visitor’s name by callback', async () => {
    const { element, call } = open();
    call('authenticate', (callback: (token: string) => void) => callback('jwt'));
    call('customerDisplayName', (callback: (name: string) => void) => callback('Cleo'));
    expect(await element.authenticate!()).to.equal('jwt');
    expect(await (element.customerName as () => Promise<string>)()).to.equal('Cleo');
  });
  it('takes content types and attributes', () => {
    const { element, call } = open();
    call('supportedMessagingContentTypes', ['text/plain']);
    call('contactAttributes', { cart: '3' });
    expect(element.supportedMessagingContentTypes).to.deep.equal(['text/plain']);
    expect(element.contactAttributes).to.deep.equal({ cart: '3' });
  });
  it('warns once of each call that does nothing yet, and takes unknown ones in silence', () => {
    const { call } = open();
    const heard = warnings(() => {
      call('snippetId', 'QVFJREF');
      for (let times = 0; times < 2; times += 1) call('customStyles', {});
      call('registerCallback', {});
      call('somethingOfTheFuture', 1);
      call('constructor', 1);
    });
    expect(heard).to.deep.equal([
      "Connect Chat: amazon_connect('customStyles', …) does nothing yet.",
      "Connect Chat: amazon_connect('registerCallback', …) does nothing yet.",
    ]);
  });
});
