import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { AgentChat } from '../../../../../console/agent/state/agent-chat.js';
import type { ChatList } from '../../../../../console/agent/elements/inbox/chat-list.js';
import { chat, endItem, item, ownItem, someTime } from '../../../../support/console/agent-fixtures.js';

const second = 1000;
const open = (chats: AgentChat[], now: number, active?: string): Promise<ChatList> =>
  fixture<ChatList>(
    html`<connect-chat-chat-list
      .chats=${chats}
      .active=${active}
      .now=${() => now}
    ></connect-chat-chat-list>`,
  );
const rows = (list: ChatList) => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>('[aria-label="Chats"] .row'),
];
/** The visible text of an element. */
const seen = (element: Element | null | undefined) => {
  const copy = element?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove());
  return copy?.textContent?.trim();
};
const waiting = (row: HTMLElement) => row.querySelector('.waiting');

describe('<connect-chat-chat-list>', () => {
  it('is accessible, and names each row by its customer', async () => {
    const list = await open([chat(1, [item(2, 'Hello')]), chat(2)], someTime, 'contact-1');
    await expect(list).to.be.accessible();
    const names = rows(list).map((row) => row.querySelector('button')!.textContent.trim());
    expect(names).to.deep.equal(['Customer 1', 'Customer 2']);
    const described = list.shadowRoot!.getElementById(
      rows(list)[0]!.querySelector('button')!.getAttribute('aria-describedby')!,
    );
    expect(described!.textContent).to.contain('Hello');
  });

  it('shows how long the customer has been waiting, not since when', async () => {
    const said = someTime + 2 * second;
    const [row] = rows(await open([chat(1, [item(2, 'Hello'), item(9, 'Hello?')])], said + 130 * second));
    expect(seen(waiting(row!))).to.equal('2m');
    expect(waiting(row!)!.textContent).to.contain('Waiting for 2 minutes');
  });

  it('shows a longer wait as more urgent', async () => {
    const urgencyAfter = async (seconds: number) => {
      const list = await open([chat(1, [item(0, 'Hello')])], someTime + seconds * second);
      return waiting(rows(list)[0]!)!.getAttribute('data-urgency');
    };
    expect([await urgencyAfter(59), await urgencyAfter(60), await urgencyAfter(180)]).to.deep.equal([
      'fresh',
      'long',
      'too-long',
    ]);
  });

  it('shows no wait after the agent has answered, and marks a chat that is over', async () => {
    const chats = [chat(1, [item(2, 'Hello'), ownItem(3, 'Hi')]), chat(2, [item(2, 'Hello'), endItem(3)])];
    const [answered, ended] = rows(await open(chats, someTime));
    expect(waiting(answered!)).to.equal(null);
    expect(seen(waiting(ended!))).to.equal('Ended');
  });

  it('shows the number of unread messages in a compact badge', async () => {
    const [row] = rows(await open([chat(1, [item(2, 'Hello'), item(3, '?')])], someTime));
    const pill = row!.querySelector('.count')!;
    expect(seen(pill)).to.equal('2');
    const { width, height } = pill.getBoundingClientRect();
    expect(width).to.be.closeTo(height, 2);
  });
});
