import { expect } from '@open-wc/testing';
import { endItem } from '../../../../support/console/agent-fixtures.js';
import { about, contactFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { deepAll, nameOf, press, settle } from '../../../../support/console/press.js';
import { focusedName } from '../../../../support/console/open-accounts.js';

async function openTwo() {
  const opened = await openDesk();
  await opened.hear(contactFrame(1), contactFrame(2));
  return opened;
}
/** The customer of the chat that has the focus. */
const focusedChat = (root: ShadowRoot) =>
  deepAll(root, 'connect-chat-chat-column')
    .filter((column) => column.matches(':focus-within'))
    .map((column) => column.shadowRoot!.querySelector('h2')!.textContent);

describe('the focus on the desk', () => {
  it('goes to the text box of the chat that is selected in the list', async () => {
    const { root } = await openTwo();
    press(root(), 'Customer 2');
    await settle();
    expect([focusedName(), ...focusedChat(root())]).to.deep.equal(['Message', 'Customer 2']);
  });

  it('goes to the chat in the list when the agent returns to it', async () => {
    const { root } = await openTwo();
    press(root(), 'Customer 2');
    await settle();
    deepAll(root(), '[aria-label="All chats"]')[1]!.click();
    await settle();
    expect(focusedName()).to.equal('Customer 2');
    const rows = deepAll(root(), 'connect-chat-chat-list')[0]!;
    expect(rows.matches(':focus-within')).to.equal(true);
  });

  it('goes into the customer’s details where they cover the chats, and back to their button', async () => {
    const { root } = await openTwo();
    const [, second] = deepAll(root(), 'button.details');
    second!.click();
    await settle();
    expect(focusedName()).to.equal('Hide customer details');
    press(root(), 'Hide customer details');
    await settle();
    expect([focusedName(), ...focusedChat(root())]).to.deep.equal(['Customer details', 'Customer 2']);
  });

  it('goes to the chat that takes the place of a closed one', async () => {
    const { root, hear } = await openTwo();
    press(root(), 'Customer 1');
    await settle();
    await hear(about(1, { type: 'item', item: endItem(2) }));
    const close = deepAll(root(), 'button').find((button) => nameOf(button) === 'Close')!;
    close.click();
    await settle();
    expect([focusedName(), ...focusedChat(root())]).to.deep.equal(['Message', 'Customer 2']);
  });
});
