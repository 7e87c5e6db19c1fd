import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { ContactDetails } from '../../../../../console/agent/elements/context/contact-details.js';
import type { ContactCard } from '../../../../../shared/contact-card.js';
import { card } from '../../../../support/console/agent-fixtures.js';

const open = (change: Partial<ContactCard> = {}): Promise<ContactDetails> =>
  fixture<ContactDetails>(
    html`<connect-chat-contact-details .card=${card(1, change)}></connect-chat-contact-details>`,
  );
/** Returns the description of a term. */
const said = (details: ContactDetails, term: string): Element | null | undefined =>
  [...details.shadowRoot!.querySelectorAll('dt')].find(({ textContent }) => textContent === term)
    ?.nextElementSibling;
const at = '2026-03-02T10:00:00.000Z';

describe('<connect-chat-contact-details>', () => {
  it('is accessible, with a message that was left and a rating', async () => {
    const attributes = { verified: {}, unverified: { email: 'cleo@example.com' } };
    const survey = { kind: 'STARS', rating: 4, comment: 'Quick!', at } as const;
    await expect(await open({ leftMessage: true, attributes, survey })).to.be.accessible();
  });

  it('shows where to reply to an offline message, with the signed address if there is one', async () => {
    const unverified = { email: 'a?b@example.com' };
    const said1 = said(
      await open({ leftMessage: true, attributes: { verified: {}, unverified } }),
      'Left a message',
    )!;
    expect(said1.querySelector('a')!.getAttribute('href')).to.equal('mailto:a%3Fb@example.com');
    const verified = { email: 'cleo@example.com' };
    const said2 = said(
      await open({ leftMessage: true, attributes: { verified, unverified } }),
      'Left a message',
    )!;
    expect(said2.querySelector('a')!.textContent).to.equal('cleo@example.com');
  });

  it('shows the customer’s rating and comment', async () => {
    const stars = await open({ survey: { kind: 'STARS', rating: 4, comment: 'Quick!', at } });
    expect(said(stars, 'Rating')!.textContent.replace(/\s+/g, ' ').trim()).to.equal('4 of 5 starsQuick!');
    const thumb = await open({ survey: { kind: 'THUMBS', rating: 0, comment: '', at } });
    expect(said(thumb, 'Rating')!.textContent.trim()).to.equal('Not good');
  });

  it('shows neither if there is none', async () => {
    const details = await open();
    expect(said(details, 'Left a message')).to.equal(undefined);
    expect(said(details, 'Rating')).to.equal(undefined);
  });
});
