import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { ChatColumns } from '../../../../../console/agent/elements/conversation/chat-columns.js';
import { chat } from '../../../../support/console/agent-fixtures.js';
import { named } from '../../../../support/console/press.js';

async function open(width: number, count: number): Promise<ChatColumns> {
  const chats = Array.from({ length: count }, (_, index) => chat(index + 1));
  const around = await fixture<HTMLElement>(
    html`<div style="display: grid; width: ${width}px; height: 500px">
      <connect-chat-chat-columns .chats=${chats} active="contact-1"></connect-chat-chat-columns>
    </div>`,
  );
  await nextFrame();
  return around.querySelector('connect-chat-chat-columns')!;
}
const edges = (columns: ChatColumns) => {
  const frame = columns.getBoundingClientRect();
  return [...columns.shadowRoot!.querySelectorAll('connect-chat-chat-column')].map((column) => {
    const { left, right } = column.getBoundingClientRect();
    return { left: Math.round(left - frame.left), right: Math.round(right - frame.left) };
  });
};

describe('<connect-chat-chat-columns>', () => {
  it('shows as many columns as fit without being cut off', async () => {
    const columns = await open(900, 5);
    const whole = edges(columns).filter(({ left, right }) => left >= 0 && right <= 900);
    const cut = edges(columns).filter(({ left, right }) => left < 900 - 12 && right > 900);
    expect([whole.length, cut.length]).to.deep.equal([2, 0]);
    expect(whole[1]!.right).to.equal(888);
  });

  it('shows the last column uncut when it becomes active', async () => {
    const columns = await open(900, 5);
    columns.bringToFront('contact-5');
    await nextFrame();
    const last = edges(columns)[4]!;
    expect(last.left).to.be.at.least(0);
    expect(last.right).to.equal(888);
  });

  it('offers no text box for a chat that was over before the columns were made, as after a new sign-in', async () => {
    const columns = await fixture<ChatColumns>(
      html`<connect-chat-chat-columns
        .chats=${[chat(1, [], { phase: 'ended-away' }), chat(2)]}
      ></connect-chat-chat-columns>`,
    );
    await nextFrame();
    expect(named(columns, 'Message')).to.have.length(1);
    expect(named(columns, 'Close')).to.have.length(1);
  });

  it('gives a single chat the whole width', async () => {
    expect(edges(await open(1000, 1))).to.deep.equal([{ left: 12, right: 988 }]);
  });

  it('is as high as its container; longer content scrolls inside', async () => {
    const columns = await open(700, 2);
    expect(columns.scrollHeight).to.equal(500);
  });
});
