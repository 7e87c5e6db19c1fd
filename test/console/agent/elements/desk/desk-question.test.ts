import { expect } from '@open-wc/testing';
import { card } from '../../../../support/console/agent-fixtures.js';
import {
  about,
  contactFrame as contact,
  offerFrame as offer,
  openDesk,
} from '../../../../support/console/open-agent-console.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';
import { createTestStorage } from '../../../../support/console/test-storage.js';

describe('<connect-chat-desk-question> and what happens when agents or visitors leave', () => {
  it('asks before it ends a chat, and keeps the chat and the draft if cancelled', async () => {
    const { page, root, environment, hear, text } = await openDesk();
    await hear(contact(1, { name: 'Nina' }));
    type(root(), 'Message', 'half a thou');
    press(root(), 'End chat');
    await settle();
    expect(text()).to.contain('End this chat?').and.to.contain('Nina will see that the chat has ended.');
    await expect(page).to.be.accessible();
    press(root(), 'Cancel');
    await settle();
    expect(environment.socket.of('end')).to.deep.equal([]);
    expect(text()).not.to.contain('End this chat?');
    expect(control<HTMLTextAreaElement>(root(), 'Message').value).to.equal('half a thou');
  });

  it('ends a chat without a question if the agent chose so in this browser, but not by keyboard', async () => {
    const sharedStorage = createTestStorage();
    const { root, hear } = await openDesk({ sharedStorage });
    await hear(contact(1));
    press(root(), 'End chat');
    await settle();
    control<HTMLInputElement>(root(), "Don't ask me again in this browser").click();
    const later = await openDesk({ sharedStorage });
    await later.hear(contact(1));
    const end = named(later.root(), 'End chat')[0]!;
    end.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true, composed: true }));
    await settle();
    expect(later.text()).to.contain('End this chat?');
    expect(later.environment.socket.of('end')).to.deep.equal([]);
    press(later.root(), 'Cancel');
    await settle();
    end.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }));
    expect(later.environment.socket.of('end')).to.have.length(1);
    press(later.root(), 'Settings');
    control<HTMLInputElement>(later.root(), 'Ask before ending a chat').click();
    const last = await openDesk({ sharedStorage });
    press(last.root(), 'Settings');
    expect(control<HTMLInputElement>(last.root(), 'Ask before ending a chat').checked).to.equal(true);
  });

  it('asks before it goes offline with open chats, and stays available if cancelled', async () => {
    const { root, environment, hear, text } = await openDesk();
    await hear(contact(1), contact(2));
    const status = control<HTMLSelectElement>(root(), 'Status');
    const choose = async () => {
      status.value = 'OFFLINE';
      status.dispatchEvent(new Event('change'));
      await settle();
    };
    await choose();
    expect(text()).to.contain("You have 2 open chats. They'll go back to the queue.");
    press(root(), 'Cancel');
    await settle();
    expect([status.value, environment.socket.of('status').length]).to.deep.equal(['AVAILABLE', 0]);
    await choose();
    press(root(), 'Go offline');
    expect(environment.socket.of('status')).to.deep.equal([{ type: 'status', status: 'OFFLINE' }]);
  });

  it('shows that a chat was missed, and goes available at one press', async () => {
    const { page, root, environment, hear, text } = await openDesk();
    await hear(contact(1), { type: 'status', status: 'MISSED' });
    const status = control<HTMLSelectElement>(root(), 'Status');
    expect(status.selectedOptions[0]!.text).to.equal('Missed');
    expect(text()).to.contain('You missed a chat');
    await expect(page).to.be.accessible();
    press(root(), 'Go available');
    expect(environment.socket.of('status')).to.deep.equal([{ type: 'status', status: 'AVAILABLE' }]);
    await hear({ type: 'status', status: 'AVAILABLE' });
    expect(text()).not.to.contain('You missed a chat');
    expect([...status.options].map((option) => option.text)).to.deep.equal(['Available', 'Away', 'Offline']);
  });

  it('marks visitors who left, and shows the latest message of an offer', async () => {
    const { root, hear, text } = await openDesk();
    const customer = { participantId: 'c', displayName: 'Nina', goneSince: '2026-03-02T09:58:00.000Z' };
    await hear({
      ...offer(1),
      contact: card(1, { customer }),
      latestMessage: 'It is urgent',
      messageCount: 3,
    });
    expect(text()).to.match(/It is urgent 3 messages Visitor left .* ago/);
    await hear(contact(2, { customer }));
    const { goneSince } = customer;
    expect(deepAll(root(), '.gone')).to.have.length(2);
    await hear(about(2, { type: 'customer-presence', goneSince: null }));
    expect(deepAll(root(), '.gone')).to.have.length(1);
    await hear(about(2, { type: 'customer-presence', goneSince }));
    expect(textOf(deepAll(root(), 'connect-chat-chat-column')[0]!)).to.match(/Visitor left .* ago/);
  });

  it('tells that chats went back to the queue in the meantime', async () => {
    const { root, hear, text } = await openDesk();
    await hear(contact(1), about(1, { type: 'contact-left', wasAway: true }));
    expect(deepAll(root(), 'connect-chat-chat-column')).to.deep.equal([]);
    expect(text()).to.contain('While you were away, one chat went back to the queue');
    press(root(), 'Got it');
    await settle();
    expect(text()).not.to.contain('While you were away');
  });
});
