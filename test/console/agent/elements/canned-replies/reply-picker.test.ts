import { expect } from '@open-wc/testing';
import { contactFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, press, settle, type } from '../../../../support/console/press.js';

const reply = (shortcut: string, text: string, folder = '') => ({
  ...{ cannedReplyId: shortcut, shortcut, text, folder, isShared: true },
});
const replies = [
  reply('bye', 'Goodbye, {{customer.name}}!', 'Closing'),
  reply('hello', 'Hello {{customer.name}}, this is {{agent.name}}.', 'Greetings'),
  reply('order', 'Your order {{attribute.order}} is on its way.'),
];
const search = 'Search canned replies';

async function openChat() {
  const opened = await openDesk();
  opened.service.answers['GET /api/canned-replies'] = replies;
  await opened.hear(contactFrame(1));
  const picker = () => deepAll(opened.root(), 'connect-chat-reply-picker')[0];
  const message = () => control<HTMLTextAreaElement>(opened.root(), 'Message');
  const found = () => deepAll(opened.root(), '[role=option] .shortcut').map(({ textContent }) => textContent);
  const key = async (name: string) => {
    const init = { key: name, bubbles: true, composed: true, cancelable: true };
    control(opened.root(), search).dispatchEvent(new KeyboardEvent('keydown', init));
    await settle();
  };
  const typed = async (name: string, text: string) => {
    type(opened.root(), name, text);
    await settle();
  };
  return { ...opened, picker, message, found, key, typed };
}

describe('<connect-chat-reply-picker>', () => {
  it('is opened by its button, has no barriers, and the focus', async () => {
    const { root, picker, found } = await openChat();
    press(root(), 'Canned replies');
    await settle();
    await expect(picker()!).to.be.accessible();
    expect(control(root(), search).matches(':focus')).to.equal(true);
    expect(found()).to.deep.equal(['/bye', '/hello', '/order']);
  });

  it('is opened by a slash; Enter inserts the reply and never sends it', async () => {
    const { typed, key, message, picker, environment } = await openChat();
    await typed('Message', '/');
    await typed(search, 'hel');
    await key('Enter');
    expect(picker() === undefined).to.equal(true);
    expect(message().value).to.equal('Hello Customer 1, this is Maria.');
    expect(message().matches(':focus')).to.equal(true);
    expect(environment.socket.of('message')).to.deep.equal([]);
  });

  it('finds by shortcut first, then by words of folder and text', async () => {
    const { typed, found } = await openChat();
    await typed('Message', '/');
    await typed(search, 'o');
    expect(found()).to.deep.equal(['/order', '/bye', '/hello']);
    await typed(search, 'closing customer');
    expect(found()).to.deep.equal(['/bye']);
  });

  it('goes through the list by arrows, round and round', async () => {
    const { root, typed, key, message } = await openChat();
    await typed('Message', '/');
    await key('ArrowUp');
    expect(control(root(), search).getAttribute('aria-activedescendant')).to.equal('option-2');
    await key('ArrowDown');
    await key('ArrowDown');
    await key('Enter');
    expect(message().value).to.contain('Hello');
  });

  it('selects a value that is not known, so that typing fills it in', async () => {
    const { typed, key, message } = await openChat();
    await typed('Message', '/');
    await typed(search, 'order');
    await key('Enter');
    const { value, selectionStart, selectionEnd } = message();
    expect(value.slice(selectionStart, selectionEnd)).to.equal('[attribute.order]');
  });

  it('inserts where the cursor is, beside what is written', async () => {
    const { root, typed, key, message } = await openChat();
    await typed('Message', 'First. Last.');
    message().setSelectionRange(7, 7);
    press(root(), 'Canned replies');
    await settle();
    await typed(search, 'bye');
    await key('Enter');
    expect(message().value).to.equal('First. Goodbye, Customer 1!Last.');
  });

  it('is left by Escape, and what was typed after the slash is kept', async () => {
    const { typed, key, message, picker } = await openChat();
    await typed('Message', '/');
    await typed(search, 'etc/hosts');
    await key('Escape');
    expect(picker() === undefined).to.equal(true);
    expect(message().value).to.equal('/etc/hosts');
  });

  it('says what it can’t find, and what could not be loaded', async () => {
    const { root, service, typed, text } = await openChat();
    await typed('Message', '/');
    await typed(search, 'xyz');
    expect(text()).to.include('No reply matches.');
    service.answers['GET /api/canned-replies'] = new Error('down');
    press(root(), 'Canned replies');
    await settle();
    press(root(), 'Canned replies');
    await settle();
    expect(text()).to.include('Something went wrong on our side');
  });
});
