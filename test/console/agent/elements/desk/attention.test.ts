import { expect } from '@open-wc/testing';
import { Attention } from '../../../../../console/agent/elements/desk/attention.js';
import { FakeHost } from '../../../../support/console/fake-host.js';

function open() {
  const host = new FakeHost();
  const attention = new Attention(host);
  host.connect();
  host.updates = 0;
  return { host, attention };
}

describe('Attention', () => {
  it('is at no chat in a window that was merely opened', () => {
    const { attention } = open();
    expect(attention.isAt('c1')).to.equal(false);
    expect(attention.isAt(undefined), 'no chat is none that was chosen').to.equal(false);
  });

  it('is at the chat that the agent chose last', () => {
    const { attention } = open();
    attention.choose('c1');
    attention.choose('c2');
    expect(['c1', 'c2'].map((contactId) => attention.isAt(contactId))).to.deep.equal([false, true]);
  });

  it('updates the desk when the agent returns to the window, while the desk is on the page', () => {
    const { host } = open();
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(host.updates).to.equal(2);
    host.disconnect();
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(host.updates).to.equal(2);
  });

  it('takes a window for attended only while it is visible and has the focus', () => {
    const { hasFocus } = document;
    const visible = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
    const look = (isFocused: boolean, visibilityState: string) => {
      document.hasFocus = () => isFocused;
      Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
      return Attention.isWindowInFront();
    };
    try {
      expect(look(true, 'visible')).to.equal(true);
      expect(look(false, 'visible')).to.equal(false);
      expect(look(true, 'hidden')).to.equal(false);
    } finally {
      document.hasFocus = hasFocus;
      Object.defineProperty(document, 'visibilityState', { ...visible, configurable: true });
    }
  });
});
