import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { OfferCard } from '../../../../../console/agent/elements/inbox/offer-card.js';
import type { Offer } from '../../../../../console/agent/state/offer.js';
import { card, offer, someTime } from '../../../../support/console/agent-fixtures.js';
import { hearIntents } from '../../../../support/console/hear-intents.js';
import { control, press, readingOf } from '../../../../support/console/press.js';

const open = (change: Partial<Offer> = {}, now = someTime): Promise<OfferCard> =>
  fixture<OfferCard>(
    html`<connect-chat-offer-card
      .offer=${offer(1, change)}
      .monotonic=${() => now}
      isFirst
    ></connect-chat-offer-card>`,
  );
const asking = (unverified: Record<string, string>) =>
  card(1, {
    attributes: { verified: {}, unverified },
    questions: Object.keys(unverified).map((name) => ({
      name,
      label: name.toUpperCase(),
      type: 'text' as const,
    })),
  });

describe('<connect-chat-offer-card>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('shows the seconds that are left; one that has begun counts', async () => {
    expect(readingOf(await open({ deadline: someTime + 12_001 }))).to.contain('13 s');
    expect(readingOf(await open({ deadline: someTime + 12_000 }))).to.contain('12 s');
  });

  it('never shows less than nothing, where the service is late', async () => {
    expect(readingOf(await open({ deadline: someTime - 5_000 }))).to.contain('0 s');
  });

  it('draws the time that is left as a part of the whole ring', async () => {
    const element = await open({ deadline: someTime + 5_000, ringMilliseconds: 20_000 });
    const bar = element.shadowRoot!.querySelector('progress')!;
    expect(bar.value / bar.max).to.equal(0.25);
  });

  it('counts the messages where there is more than the one that is shown', async () => {
    expect(readingOf(await open({ messageCount: 1 }))).not.to.contain('messages');
    expect(readingOf(await open({ messageCount: 3 }))).to.contain('3 messages');
  });

  it('shows three answers to the questions before the chat, and nothing else of the page', async () => {
    const text = readingOf(await open({ card: asking({ a: 'one', b: 'two', c: 'three', d: 'four' }) }));
    expect(text).to.contain('A: one').and.to.contain('C: three').and.not.to.contain('four');
    const attributes = { verified: {}, unverified: { cart: '3' } };
    expect(readingOf(await open({ card: card(1, { attributes }) }))).not.to.contain('cart');
  });

  it('says where the customer is, that they left a message, or are gone', async () => {
    expect(readingOf(await open())).to.contain('On Your basket');
    expect(readingOf(await open({ card: card(1, { leftMessage: true }) }))).to.contain('Left a message');
    const customer = { participantId: 'c', displayName: 'Nina', goneSince: '2026-03-02T09:58:00.000Z' };
    expect(readingOf(await open({ card: card(1, { customer }) }))).to.match(/Visitor left .+ ago/);
  });

  it('can be answered once: both buttons wait for the service', async () => {
    const element = await open({ answer: 'accept' });
    const heard = hearIntents(element);
    expect(readingOf(element)).to.contain('One moment…');
    for (const name of ['Accept', 'Decline']) {
      expect(control<HTMLButtonElement>(element, name).disabled).to.equal(true);
      press(element, name);
    }
    expect(heard).to.deep.equal([]);
  });

  it('describes its buttons by the customer and their words', async () => {
    const element = await open();
    const ids = control(element, 'Accept').getAttribute('aria-describedby')!.split(' ');
    const description = ids.map((id) => element.shadowRoot!.getElementById(id)!.textContent).join(' ');
    expect(description).to.contain('Customer 1').and.to.contain('Where is my parcel?');
  });
});
