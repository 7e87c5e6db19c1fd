import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { ChatColumn } from '../../../../../console/agent/elements/conversation/chat-column.js';
import type { AgentChat } from '../../../../../console/agent/state/agent-chat.js';
import { FileEvent } from '../../../../../widget/events/file-event.js';
import { card, chat, item, someTime } from '../../../../support/console/agent-fixtures.js';
import { hearIntents } from '../../../../support/console/hear-intents.js';
import {
  control,
  finishAnimations,
  named,
  press,
  readingOf,
  settle,
  type,
} from '../../../../support/console/press.js';

async function open(shown: AgentChat = chat(1), change: Partial<ChatColumn> = {}): Promise<ChatColumn> {
  const around = await fixture<HTMLElement>(
    html`<div style="display: grid; width: 400px; height: 500px">
      <connect-chat-chat-column .chat=${shown} .now=${() => someTime + 180_000}></connect-chat-chat-column>
    </div>`,
  );
  const column = around.querySelector('connect-chat-chat-column')!;
  Object.assign(column, change);
  await settle();
  return column;
}
const stateOf = (column: ChatColumn) => column.shadowRoot!.querySelector('.state')!.textContent.trim();
const gone = (goneSince: string | null) =>
  card(1, { customer: { participantId: 'customer-1', displayName: 'Nina', goneSince } });

describe('<connect-chat-chat-column>', () => {
  it('is accessible, open and ended', async () => {
    for (const phase of ['open', 'ended'] as const) {
      const column = await open(chat(1, [item(1, 'Hello')], { phase }));
      finishAnimations(column);
      await expect(column).to.be.accessible();
    }
  });

  it('is a region named for the customer', async () => {
    const column = await open(chat(1, [], { card: card(1, { name: 'Nina' }) }));
    const section = column.shadowRoot!.querySelector('section')!;
    expect(section.getAttribute('aria-label')).to.equal('Chat with Nina');
    expect(section.querySelector('h2')!.textContent).to.equal('Nina');
  });

  it('says where the customer is: the title of the page, else its address', async () => {
    expect(stateOf(await open())).to.equal('Your basket');
    const page = { url: 'https://shop.example/', title: '', referrer: '' };
    expect(stateOf(await open(chat(1, [], { card: card(1, { page }) })))).to.equal('https://shop.example/');
    expect(stateOf(await open(chat(1, [], { card: card(1, { page: null }) })))).to.equal('On the website');
  });

  it('says instead that the customer is typing, has left, or that the chat is over', async () => {
    const left = gone(new Date(someTime).toISOString());
    expect(stateOf(await open(chat(1, [], { typing: 'Nina', card: left })))).to.equal('Nina is typing…');
    expect(stateOf(await open(chat(1, [], { card: left })))).to.equal('Visitor left 3 minutes ago');
    expect(stateOf(await open(chat(1, [], { phase: 'ending' })))).to.equal('Ending…');
    expect(stateOf(await open(chat(1, [], { phase: 'ended', card: left })))).to.equal('Ended');
  });

  it('passes on what the agent writes and sends, with the contact', async () => {
    const column = await open();
    const heard = hearIntents(column);
    type(column, 'Message', 'Hello Nina');
    press(column, 'Send');
    expect(heard).to.deep.equal([
      { type: 'touch', contactId: 'contact-1' },
      { type: 'draft', contactId: 'contact-1', text: 'Hello Nina' },
      { type: 'send', contactId: 'contact-1', text: 'Hello Nina' },
    ]);
  });

  it('has the draft in its text box', async () => {
    const column = await open(chat(1), { draft: 'half a thou' });
    expect(control<HTMLTextAreaElement>(column, 'Message').value).to.equal('half a thou');
  });

  it('retries or discards a message that was refused', async () => {
    const refused = {
      clientToken: 't1',
      content: 'Hello',
      contentType: 'text/plain',
      createdAt: someTime,
      refusal: { code: 'RATE_LIMITED', message: 'Too fast.' },
    };
    const column = await open(chat(1, [], { waiting: [refused as never] }));
    const heard = hearIntents(column);
    press(column, 'Try again');
    press(column, 'Remove');
    expect(heard.filter(({ type }) => type !== 'touch')).to.deep.equal([
      { type: 'retry', contactId: 'contact-1', clientToken: 't1' },
      { type: 'discard', contactId: 'contact-1', clientToken: 't1' },
    ]);
  });

  it('tells whether a pointer or a key pressed the button that ends the chat', async () => {
    const column = await open();
    const heard = hearIntents(column);
    const end = control(column, 'End chat');
    for (const detail of [1, 0]) end.dispatchEvent(new MouseEvent('click', { detail }));
    expect(heard).to.deep.equal([
      { type: 'end', contactId: 'contact-1', isByKey: false },
      { type: 'end', contactId: 'contact-1', isByKey: true },
    ]);
  });

  it('cannot be ended twice while the service confirms', async () => {
    const end = control<HTMLButtonElement>(await open(chat(1, [], { phase: 'ending' })), 'End chat');
    expect(end.disabled).to.equal(true);
  });

  it('has no text box once the chat is over, says why, and can be closed', async () => {
    const column = await open(chat(1, [], { phase: 'ended' }));
    const heard = hearIntents(column);
    expect(readingOf(column)).to.contain('The chat has ended.');
    expect(named(column, 'Message')).to.deep.equal([]);
    press(column, 'Close');
    expect(heard).to.deep.equal([{ type: 'close', contactId: 'contact-1' }]);
    expect(readingOf(await open(chat(1, [], { phase: 'ended-away' })))).to.contain(
      'This chat ended or was taken over while you were disconnected.',
    );
  });

  it('comes to the front when the focus enters it, and asks no more once it is there', async () => {
    const column = await open();
    const heard = hearIntents(column);
    control(column, 'End chat').focus();
    expect(heard).to.deep.equal([{ type: 'touch', contactId: 'contact-1' }]);
    column.active = true;
    control(column, 'Customer details').focus();
    expect(heard).to.have.length(1);
  });

  it('shows and hides what is known of the customer', async () => {
    const column = await open(chat(1), { active: true });
    const heard = hearIntents(column);
    const button = control(column, 'Customer details');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    column.showsDetails = true;
    await settle();
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    button.click();
    expect(heard).to.deep.equal([
      { type: 'details', contactId: 'contact-1', isOpen: true },
      { type: 'details', contactId: 'contact-1', isOpen: false },
    ]);
  });

  it('passes on files with the contact, and lets nobody else hear of them', async () => {
    const column = await open();
    const heard = hearIntents(column);
    let leaked = 0;
    column.parentElement!.addEventListener(FileEvent.eventName, () => (leaked += 1));
    const intent = { type: 'attach', files: [new File(['x'], 'x.txt')] } as const;
    column.shadowRoot!.querySelector('connect-chat-composer')!.dispatchEvent(new FileEvent(intent));
    expect(heard).to.deep.equal([{ type: 'file', contactId: 'contact-1', intent }]);
    expect(leaked).to.equal(0);
  });

  it('offers to take files that are held over an open chat, and not over one that is over', async () => {
    const dragOver = async (column: ChatColumn) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      column.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
      await settle();
      return readingOf(column);
    };
    expect(await dragOver(await open())).to.contain('Drop files here to send them');
    expect(await dragOver(await open(chat(1, [], { phase: 'ended' })))).not.to.contain('Drop files');
  });

  it('goes back to the list of chats', async () => {
    const column = await open();
    const heard = hearIntents(column);
    column.shadowRoot!.querySelector<HTMLElement>('[aria-label="All chats"]')!.click();
    expect(heard).to.deep.equal([{ type: 'list' }]);
  });

  it('puts the cursor into the text box, or onto the heading where there is none', async () => {
    const column = await open(chat(1), { active: true });
    column.focusComposer();
    await settle();
    expect(control(column, 'Message').matches(':focus')).to.equal(true);
    const over = await open(chat(1, [], { phase: 'ended' }), { active: true });
    over.focusComposer();
    expect(over.shadowRoot!.activeElement?.localName).to.equal('h2');
  });
});
