import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/rich/define-plain-text.js';
import type { PlainText } from '../../../widget/rich/plain-text.js';
import { badAddresses, badMarkup } from '../../support/hostile-texts.js';
import { expectHarmless } from '../../support/widget/harmless.js';

async function open(text: string, language = 'en-GB') {
  const element = await fixture<PlainText>(
    html`<connect-chat-text .text=${text} .language=${language}>${text}</connect-chat-text>`,
  );
  return { element, root: element.shadowRoot! };
}

describe('<connect-chat-text>', () => {
  it('shows the whole text, with links that open in a new tab', async () => {
    const text = 'See https://shop.example/rye,\n  and <b>https://b.example</b>';
    const { element, root } = await open(text);
    expect(root.textContent).to.equal(text);
    expect([...root.querySelectorAll('a')].map(({ href, target, rel }) => [href, target, rel])).to.deep.equal(
      [
        ['https://shop.example/rye', '_blank', 'noopener noreferrer'],
        ['https://b.example/', '_blank', 'noopener noreferrer'],
      ],
    );
    await expect(element).to.be.accessible();
  });
  for (const text of [...badAddresses, ...badMarkup])
    it(`renders nothing harmful from ${JSON.stringify(text).slice(0, 70)}`, async () => {
      expectHarmless((await open(`https://a.example ${text}`)).root);
    });

  it('shows a chosen time in words, with its time zone', async () => {
    const expected = new Intl.DateTimeFormat('de', {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
      timeZoneName: 'short',
    } as const).format(Date.UTC(2026, 11, 1, 9, 30));
    for (const text of ['2026-12-01T09:30+00:00', '2026-12-01T10:30+0100', '2026-12-01T09:30:00Z']) {
      const { element, root } = await open(text, 'de');
      expect(root.textContent).to.equal(expected);
      await expect(element).to.be.accessible();
    }
  });
  it('keeps texts that are no time, contain more, or have no offset', async () => {
    for (const text of ['2026-02-31T09:30+00:00', 'At 2026-12-01T09:30+00:00', '2026-12-01T09:30'])
      expect((await open(text)).root.textContent).to.equal(text);
  });
});
