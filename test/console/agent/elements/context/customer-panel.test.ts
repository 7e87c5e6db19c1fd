import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { CustomerPanel } from '../../../../../console/agent/elements/context/customer-panel.js';
import { card, someTime } from '../../../../support/console/agent-fixtures.js';
import { hearIntents } from '../../../../support/console/hear-intents.js';
import { control, press, readingOf, settle } from '../../../../support/console/press.js';

const attributes = { verified: { plan: 'Gold' }, unverified: { cart: '3' } };
async function open(): Promise<CustomerPanel> {
  const panel = await fixture<CustomerPanel>(
    html`<connect-chat-customer-panel
      .card=${card(1, { name: 'Nina', attributes })}
      .now=${() => someTime}
    ></connect-chat-customer-panel>`,
  );
  await settle();
  return panel;
}
const closing = { type: 'details', isOpen: false };

describe('<connect-chat-customer-panel>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('shows the customer’s name, and what is known of the contact', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('Nina').and.to.contain('Your basket');
    expect(text).to.contain('Verified').and.to.contain('plan Gold');
    expect(text).to.contain('Provided by the page, not verified').and.to.contain('cart 3');
  });

  it('is closed by its button', async () => {
    const panel = await open();
    const heard = hearIntents(panel);
    press(panel, 'Hide customer details');
    expect(heard).to.deep.equal([closing]);
  });

  it('is closed by Escape from anywhere inside, and by no other key', async () => {
    const panel = await open();
    const heard = hearIntents(panel);
    const link = panel
      .shadowRoot!.querySelector('connect-chat-contact-details')!
      .shadowRoot!.querySelector('a')!;
    const key = (name: string) =>
      link.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
    key('a');
    key('Enter');
    expect(heard).to.deep.equal([]);
    key('Escape');
    expect(heard).to.deep.equal([closing]);
  });

  it('takes the focus, so that reading continues in it', async () => {
    const panel = await open();
    panel.focus();
    expect(control(panel, 'Hide customer details').matches(':focus')).to.equal(true);
  });
});
