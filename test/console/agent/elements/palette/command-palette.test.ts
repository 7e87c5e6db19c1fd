import { expect } from '@open-wc/testing';
import { contactFrame, offerFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, press, settle, type } from '../../../../support/console/press.js';

const search = 'Find chats, commands, and more';
const reply = {
  cannedReplyId: 'r1',
  shortcut: 'bye',
  text: 'Goodbye, {{customer.name}}!',
  folder: '',
  isShared: true,
};
const targets = { queues: [], agents: [{ agentId: 'a2', displayName: 'Tom' }] };

async function open() {
  const opened = await openDesk();
  Object.assign(opened.service.answers, {
    'GET /api/canned-replies': [reply],
    'GET /api/transfer-targets': targets,
  });
  await opened.hear(contactFrame(1), contactFrame(2));
  const key = async (init: KeyboardEventInit, target: EventTarget = window) => {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
    );
    await settle();
  };
  await key({ key: 'k', ctrlKey: true });
  const palette = () => deepAll(opened.root(), 'connect-chat-command-palette')[0];
  const labels = () => deepAll(palette()!, '.label').map(({ textContent }) => textContent);
  const find = async (text: string) => {
    type(opened.root(), search, text);
    await settle();
  };
  const enter = () => key({ key: 'Enter' }, control(opened.root(), search));
  return { ...opened, key, palette, labels, find, enter };
}
const inFront = (root: ShadowRoot) =>
  deepAll(deepAll(root, 'connect-chat-chat-column[active]')[0]!, 'h2')[0]!.textContent;

describe('<connect-chat-command-palette>', () => {
  it('is opened by Ctrl+K, is accessible, and has the focus', async () => {
    const { root, palette } = await open();
    await expect(palette()!).to.be.accessible();
    expect(control(root(), search).matches(':focus')).to.equal(true);
  });

  it('goes to the chat that Enter chooses, and closes', async () => {
    const { root, find, enter, palette } = await open();
    expect(inFront(root())).to.equal('Customer 1');
    await find('customer 2');
    await enter();
    expect([inFront(root()), palette() === undefined]).to.deep.equal(['Customer 2', true]);
    expect(
      control(deepAll(root(), 'connect-chat-chat-column[active]')[0]!, 'Message').matches(':focus'),
    ).to.equal(true);
  });

  it('inserts a canned reply and never sends it', async () => {
    const { root, find, enter, environment } = await open();
    await find('/bye');
    await enter();
    await settle();
    const message = control<HTMLTextAreaElement>(root(), 'Message');
    expect(message.value).to.equal('Goodbye, Customer 1!');
    expect(environment.socket.of('message')).to.deep.equal([]);
  });

  it('prepares a transfer to a colleague, with the target chosen', async () => {
    const { root, find, enter, environment } = await open();
    await find('tom');
    await enter();
    expect(control(root(), 'Note for your colleague (optional)') !== undefined).to.equal(true);
    expect(
      deepAll<HTMLInputElement>(root(), 'input[type=radio]').map(({ checked }) => checked),
    ).to.deep.equal([true]);
    expect(environment.socket.of('transfer')).to.deep.equal([]);
  });

  it('opens the editor of notes', async () => {
    const { root, find, enter } = await open();
    await find('private note');
    await enter();
    await settle();
    expect(deepAll(root(), 'connect-chat-note-editor')).to.have.length(1);
  });

  it('ends a chat only after a confirmation', async () => {
    const { root, find, enter, environment } = await open();
    await find('end the chat');
    await enter();
    expect(environment.socket.of('end')).to.deep.equal([]);
    press(deepAll(root(), 'connect-chat-desk-question')[0]!, 'End chat');
    expect(environment.socket.of('end')).to.have.length(1);
  });

  it('says that nothing matches, and leaves by Escape', async () => {
    const { root, find, key, palette } = await open();
    await find('no such thing');
    expect(deepAll(palette()!, '[role=status]').map(({ textContent }) => textContent)).to.contain(
      'Nothing matches.',
    );
    await key({ key: 'Escape' }, control(root(), search));
    expect(palette() === undefined).to.equal(true);
  });

  it('covers the desk: other shortcuts do nothing meanwhile', async () => {
    const { hear, key, environment } = await open();
    await hear(offerFrame(3));
    await key({ key: 'Enter', altKey: true });
    expect(environment.socket.of('accept')).to.deep.equal([]);
  });
});
