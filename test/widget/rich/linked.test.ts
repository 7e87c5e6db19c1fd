import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/rich/define-linked.js';
import type { Linked } from '../../../widget/rich/linked.js';
import { badAddresses, badMarkup } from '../../support/hostile-texts.js';
import { expectHarmless } from '../../support/widget/harmless.js';

const open = async (text: string) =>
  (await fixture<Linked>(html`<connect-chat-linked .text=${text}>${text}</connect-chat-linked>`)).shadowRoot!;

describe('<connect-chat-linked>', () => {
  it('shows the whole text, with links that open in a tab of their own', async () => {
    const text = 'See https://shop.example/rye,\n  and <b>https://b.example</b>';
    const root = await open(text);
    expect(root.textContent).to.equal(text);
    expect([...root.querySelectorAll('a')].map(({ href, target, rel }) => [href, target, rel])).to.deep.equal(
      [
        ['https://shop.example/rye', '_blank', 'noopener noreferrer'],
        ['https://b.example/', '_blank', 'noopener noreferrer'],
      ],
    );
    await expect(root.host).to.be.accessible();
  });
  for (const text of [...badAddresses, ...badMarkup])
    it(`gives no way to ${JSON.stringify(text).slice(0, 70)}`, async () => {
      expectHarmless(await open(`https://a.example ${text}`));
    });
});
