import { expect } from '@open-wc/testing';
import { item } from '../../../../support/console/agent-fixtures.js';
import {
  about,
  contactFrame,
  offerFrame,
  openConsole,
  openDesk,
} from '../../../../support/console/open-agent-console.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';
import { createTestStorage } from '../../../../support/console/test-storage.js';

const said = (number: number, seq: number, content: string, change: object = {}) =>
  about(number, {
    type: 'item',
    item: item(seq, content, {
      participantId: `customer-${number}`,
      displayName: `Customer ${number}`,
      ...change,
    }),
  });
type Opened = Awaited<ReturnType<typeof openDesk>>;
const rowNames = ({ root }: Opened) => deepAll(root(), '.row .name').map((name) => name.textContent.trim());
const columnNames = ({ root }: Opened) =>
  deepAll(deepAll(root(), 'connect-chat-chat-columns')[0]!, 'h2').map((name) => name.textContent);
const inFront = ({ root }: Opened) =>
  deepAll(deepAll(root(), 'connect-chat-chat-column[active]')[0]!, 'h2')[0]!.textContent;
async function keys({ desk }: Opened, key: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, cancelable: true }));
  await desk.updateComplete;
  await settle();
}
const readOf = ({ environment }: Opened) => {
  environment.pass(400);
  return environment.socket.of('read').map(({ contactId, seq }) => `${String(contactId)} ${String(seq)}`);
};

describe('<connect-chat-agent-desk>', () => {
  it('keeps the list in the order of the columns, which the shortcuts follow', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1), contactFrame(2), contactFrame(3));
    await opened.hear(said(3, 2, 'Hello?'), said(1, 2, 'Hi'), said(3, 3, 'Anybody?'));
    const order = ['Customer 1', 'Customer 2', 'Customer 3'];
    expect(rowNames(opened)).to.deep.equal(order);
    expect(columnNames(opened)).to.deep.equal(order);
    const passed: (string | null | undefined)[] = [];
    for (let press = 0; press < 3; press += 1) {
      await keys(opened, 'ArrowDown');
      passed.push(inFront(opened));
    }
    expect(passed).to.deep.equal(['Customer 2', 'Customer 3', 'Customer 1']);
    await keys(opened, 'ArrowUp');
    expect(inFront(opened)).to.equal('Customer 3');
  });

  it('has offers first in the tab order, and accepts the first by Alt+Enter', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1), offerFrame(2), offerFrame(3));
    expect(opened.desk.shadowRoot!.firstElementChild!.localName).to.equal('connect-chat-offer-list');
    control<HTMLTextAreaElement>(opened.root(), 'Message').focus();
    await keys(opened, 'Enter');
    expect(opened.environment.socket.of('accept')).to.deep.equal([
      { type: 'accept', contactId: 'contact-2' },
    ]);
    // An accepted offer no longer counts: the shortcut accepts the next one.
    await keys(opened, 'Enter');
    expect(opened.environment.socket.of('accept')).to.have.length(2);
    await opened.hear(contactFrame(2));
    expect(inFront(opened)).to.equal('Customer 2');
  });

  it('announces messages and offers with their author and content', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1), contactFrame(2));
    await opened.hear(said(2, 2, 'Do you ship to Portugal?'), offerFrame(3));
    const [urgent, polite] = ['alert', 'status'].map((role) =>
      opened.desk.shadowRoot!.querySelector(`.visually-hidden[role="${role}"]`)!.textContent.trim(),
    );
    expect(polite).to.equal('Customer 2: Do you ship to Portugal?');
    expect(urgent).to.equal('New chat from Customer 3: Where is my parcel? Press Alt+Enter to accept.');
    const live = deepAll(opened.root(), '[role="log"]').map((log) => log.getAttribute('aria-live'));
    expect(live, 'only the chat in front reads itself out').to.deep.equal(['polite', 'off']);
  });

  it('marks a chat as read only once the agent goes to it', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1), said(1, 2, 'Hello'), said(1, 3, 'Anybody?'));
    expect(readOf(opened)).to.deep.equal([]);
    expect(textOf(opened.root())).to.contain('2 unread');
    press(opened.root(), 'Customer 1');
    await settle();
    expect(readOf(opened)).to.deep.equal(['contact-1 3']);
  });

  it('marks nothing as read while another window has the focus', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1));
    press(opened.root(), 'Customer 1');
    opened.desk.isAttended = () => false;
    await opened.hear(said(1, 2, 'Hello'));
    expect(readOf(opened)).to.deep.equal([]);
    opened.desk.isAttended = () => true;
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(readOf(opened)).to.deep.equal(['contact-1 2']);
  });

  it('shows drafts as another window of this browser changes them', async () => {
    const sharedStorage = createTestStorage();
    const opened = await openDesk({ sharedStorage });
    await opened.hear(contactFrame(1));
    const other = await openDesk({ sharedStorage });
    await other.hear(contactFrame(1));
    type(other.root(), 'Message', 'half a thou');
    const key = sharedStorage.key(0)!;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: sharedStorage.getItem(key) }));
    await settle();
    expect(control<HTMLTextAreaElement>(opened.root(), 'Message').value).to.equal('half a thou');
  });

  it('shows and hides the details of the active chat’s customer', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1), contactFrame(2, { page: null }));
    const customer = () => deepAll(opened.root(), 'section[aria-label="Customer"]')[0];
    expect(customer(), 'a drawer waits to be asked for').to.equal(undefined);
    const [, second] = deepAll<HTMLElement>(opened.root(), 'button.details');
    second!.click();
    await settle();
    expect(customer()!.querySelector('h2')!.textContent).to.equal('Customer 2');
    expect(second!.getAttribute('aria-expanded')).to.equal('true');
    press(opened.root(), 'Hide customer details');
    await settle();
    expect(customer()).to.equal(undefined);
    expect(deepAll(opened.root(), 'button.details').find((button) => button.matches(':focus'))).to.equal(
      second,
    );
  });

  it('tells an offline agent what to do', async () => {
    const { root, text } = await openConsole();
    expect(text()).to.contain("You're offline");
    expect(named(root(), 'Go available')).to.have.length(1);
  });
});
