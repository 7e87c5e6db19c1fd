import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { OfferList } from '../../../../../console/agent/elements/inbox/offer-list.js';
import { IntentEvent } from '../../../../../console/agent/elements/intent-event.js';
import type { AgentIntent } from '../../../../../console/agent/state/agent-intent.js';
import type { Offer } from '../../../../../console/agent/state/offer.js';
import { card, offer, someTime } from '../../../../support/console/agent-fixtures.js';
import { named, textOf } from '../../../../support/console/press.js';

const open = (offers: Offer[]): Promise<OfferList> =>
  fixture<OfferList>(
    html`<connect-chat-offer-list .offers=${offers} .monotonic=${() => someTime}></connect-chat-offer-list>`,
  );
const questions = [
  { name: 'topic', label: 'Topic:', type: 'select' as const },
  { name: 'consent', label: 'Consent', type: 'checkbox' as const },
];

describe('<connect-chat-offer-list>', () => {
  it('is accessible with several offers', async () => {
    await expect(await open([offer(1), offer(2)])).to.be.accessible();
  });

  it('takes no space without offers', async () => {
    expect((await open([])).getBoundingClientRect().height).to.equal(0);
  });

  it('shows the customer, the latest message, and the time left', async () => {
    const list = await open([offer(1), offer(2, { latestMessage: null, messageCount: 0 })]);
    const text = textOf(list.shadowRoot!);
    expect(text).to.contain('New chats 2');
    expect(text).to.contain('Customer 1');
    expect(text).to.contain('20 s');
    expect(text).to.contain('Where is my parcel?');
    expect(text).to.contain('No message yet');
  });

  it('shows the pre-chat answers with their labels', async () => {
    const attributes = { verified: {}, unverified: { topic: 'Order', consent: 'true', cart: '3' } };
    const list = await open([offer(1, { card: card(1, { attributes, questions }) })]);
    const answers = [
      ...list.shadowRoot!.querySelector('connect-chat-offer-card')!.shadowRoot!.querySelectorAll('li'),
    ];
    expect(answers.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Topic: Order',
      'Consent: Yes',
    ]);
  });

  it('requests to accept one offer, and to decline another', async () => {
    const list = await open([offer(1), offer(2)]);
    const asked: AgentIntent[] = [];
    list.addEventListener(IntentEvent.eventName, ({ intent }) => asked.push(intent));
    named(list, 'Accept')[0]!.click();
    named(list, 'Decline')[1]!.click();
    expect(asked).to.deep.equal([
      { type: 'accept', contactId: 'contact-1' },
      { type: 'decline', contactId: 'contact-2' },
    ]);
  });

  it('names the shortcut on the first offer only', async () => {
    const list = await open([offer(1), offer(2)]);
    expect(named(list, 'Accept').map((button) => button.getAttribute('aria-keyshortcuts'))).to.deep.equal([
      'Alt+Enter',
      null,
    ]);
  });

  it('scrolls if its offers exceed its space', async () => {
    const around = await fixture<HTMLElement>(
      html`<div
        style="display: grid; grid-template-rows: fit-content(300px) 1fr; height: 500px; width: 300px"
      >
        <connect-chat-offer-list
          .offers=${[1, 2, 3, 4].map((number) => offer(number))}
        ></connect-chat-offer-list>
      </div>`,
    );
    const list = around.querySelector('connect-chat-offer-list')!;
    await list.updateComplete;
    expect(list.clientHeight).to.be.at.most(300);
    expect(list.scrollHeight).to.be.above(300);
  });
});
