import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/strings/en-later.js';
import { Teaser } from '../../../widget/alerts/teaser.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';

if (!customElements.get('connect-chat-teaser')) customElements.define('connect-chat-teaser', Teaser);

async function openTeaser(change: Partial<Teaser> = {}) {
  const asked: string[] = [];
  const teaser = await fixture<Teaser>(
    html`<connect-chat-teaser
      .name=${'Ada Byron'}
      .text=${'Are you there?'}
      .theme=${fakeConfiguration.theme}
      @open=${() => asked.push('open')}
      @close=${() => asked.push('close')}
    ></connect-chat-teaser>`,
  );
  Object.assign(teaser, change);
  await teaser.updateComplete;
  teaser.getAnimations({ subtree: true }).forEach((animation) => animation.finish());
  const buttons = () => [...teaser.shadowRoot!.querySelectorAll('button')];
  const button = (name: string) =>
    buttons().find((each) => (each.getAttribute('aria-label') ?? each.textContent).includes(name))!;
  return { teaser, asked, button };
}

describe('<connect-chat-teaser>', () => {
  it('is accessible', async () => {
    const { teaser } = await openTeaser();
    await expect(teaser).to.be.accessible();
  });
  it('opens the chat when its message is pressed', async () => {
    const { asked, button } = await openTeaser();
    button('Are you there?').click();
    expect(asked).to.deep.equal(['open']);
  });
  it('closes by its button and by Escape', async () => {
    const { asked, button } = await openTeaser();
    button('Dismiss').click();
    button('Dismiss').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    button('Dismiss').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect(asked).to.deep.equal(['close', 'close']);
  });
  it('shows the initials of a person, and an icon for an automatic message', async () => {
    const { teaser } = await openTeaser();
    const face = () => teaser.shadowRoot!.querySelector('.face')!;
    expect(face().textContent).to.equal('AB');
    teaser.isPerson = false;
    await teaser.updateComplete;
    expect([face().textContent.trim(), face().querySelectorAll('svg').length]).to.deep.equal(['', 1]);
  });
  it('shows a message as text, and never as markup', async () => {
    const { teaser } = await openTeaser({ text: '<img src=x onerror=alert(1)>' });
    expect(teaser.shadowRoot!.querySelector('img')).to.equal(null);
    expect(teaser.shadowRoot!.textContent).to.contain('<img src=x onerror=alert(1)>');
  });
});
