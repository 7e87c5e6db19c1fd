import { expect } from '@open-wc/testing';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import { createAmazonCalls, type AmazonCall } from '../../../widget/embed/amazon-calls.js';

function open() {
  const element = document.createElement('div') as unknown as ConnectChatWidget;
  let launches = 0;
  const launch = (): void => void (launches += 1);
  return { element, call: createAmazonCalls(element, launch), launch, launches: () => launches };
}
describe('amazon_connect', () => {
  it('sets the icon’s colours', () => {
    const { element, call } = open();
    call('styles', {
      iconType: 'CHAT',
      openChat: { color: '#ffffff', backgroundColor: '#123456' },
      closeChat: { color: '#000000', backgroundColor: '#654321' },
    });
    expect(element.style.getPropertyValue('--connect-chat-open-icon-background-color')).to.equal('#123456');
    expect(element.style.getPropertyValue('--connect-chat-close-icon-color')).to.equal('#000000');
  });
  it('requests the token and the visitor’s name with callbacks', async () => {
    const { element, call } = open();
    call('authenticate', (callback: (token: string) => void) => callback('jwt'));
    call('customerDisplayName', (callback: (name: string) => void) => callback('Cleo'));
    expect(await element.authenticate!()).to.equal('jwt');
    expect(await (element.customerName as () => Promise<string>)()).to.equal('Cleo');
  });
  it('sets content types and attributes', () => {
    const { element, call } = open();
    call('supportedMessagingContentTypes', ['text/plain']);
    call('contactAttributes', { cart: '3' });
    expect(element.supportedMessagingContentTypes).to.deep.equal(['text/plain']);
    expect(element.contactAttributes).to.deep.equal({ cart: '3' });
  });
  it('sets the language from Amazon Connect’s form, and the values of the start', () => {
    const { element, call } = open();
    call('language', 'pt_BR');
    call('initialMessage', 'Hello');
    call('chatDurationInMinutes', 90);
    expect(element.getAttribute('language')).to.equal('pt-BR');
    expect([element.initialMessage, element.chatDurationInMinutes]).to.deep.equal(['Hello', 90]);
  });
  it('hides the icon, opens the chat at once, or opens it later', () => {
    const hidden = open();
    hidden.call('customLaunchBehavior', { alwaysHideWidgetButton: true });
    expect([hidden.element.hasAttribute('hide-launcher'), hidden.launches()]).to.deep.equal([true, 0]);
    const automatic = open();
    automatic.call('customLaunchBehavior', { skipIconButtonAndAutoLaunch: true });
    expect([automatic.element.hasAttribute('hide-launcher'), automatic.launches()]).to.deep.equal([true, 1]);
    const later = open();
    let given: (() => void) | undefined;
    later.call('customLaunchBehavior', { programmaticLaunch: (launch: () => void) => (given = launch) });
    expect([later.element.hasAttribute('hide-launcher'), later.launches()]).to.deep.equal([false, 0]);
    given!();
    expect(later.launches()).to.equal(1);
  });
  it('uses the token of a chat that the website’s server started', async () => {
    const { element, call } = open();
    call('customStartChat', (callback: (started: object) => void) =>
      callback({ startChatResult: { ContactId: 'k1', ParticipantId: 'p1', ParticipantToken: 'k1.token' } }),
    );
    expect(await element.startElsewhere!()).to.equal('k1.token');
  });
  it('passes other calls on to the element’s code, in order, also later ones', () => {
    const { call } = open();
    call('snippetId', 'QVFJREF');
    call('customStyles', { global: {} });
    call('constructor', 1);
    const taken: AmazonCall[] = [];
    call.handOver((waiting) => {
      taken.push(...waiting);
      return (each) => void taken.push(each);
    });
    call('registerCallback', {});
    expect(taken.map(([name]) => name)).to.deep.equal(['customStyles', 'constructor', 'registerCallback']);
  });
});
