import { expect } from '@open-wc/testing';
import { contactFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, press, readingOf, settle } from '../../../../support/console/press.js';

async function open() {
  const opened = await openDesk();
  await opened.hear(contactFrame(1));
  const key = async (name: string, altKey = false) => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: name, altKey, cancelable: true }));
    await settle();
  };
  await key('?');
  const list = () => deepAll(opened.root(), 'connect-chat-key-list')[0];
  return { ...opened, key, list };
}

describe('<connect-chat-key-list>', () => {
  it('is opened by the question mark, is accessible, and names every shortcut', async () => {
    const { list } = await open();
    await expect(list()!).to.be.accessible();
    expect(readingOf(list()!)).to.contain('Alt+U Next chat with unread messages');
  });

  it('closes, and gives the focus back', async () => {
    const { root, list } = await open();
    press(list()!, 'Close');
    await settle();
    expect(deepAll(root(), 'connect-chat-key-list')).to.deep.equal([]);
  });

  it('turns the shortcuts with characters off, and keeps that', async () => {
    const { list, key, root, sharedStorage } = await open();
    control<HTMLInputElement>(list()!, 'Use shortcuts with letters, digits, and ?').click();
    await settle();
    expect(deepAll(list()!, 'dt[data-off]')).to.have.length.above(5);
    press(list()!, 'Close');
    await settle();
    await key('?');
    expect(deepAll(root(), 'connect-chat-key-list')).to.deep.equal([]);
    expect(sharedStorage.length).to.equal(1);
  });
});
