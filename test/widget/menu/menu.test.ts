import { expect, fixture, html } from '@open-wc/testing';
import type { ChatIntentEvent, ChatIntent } from '../../../widget/events/chat-intent-event.js';
import '../../../widget/menu/define.js';
import type { Menu } from '../../../widget/menu/menu.js';

async function open(change: Partial<Menu> = {}) {
  const told: (ChatIntent | 'close')[] = [];
  const menu = await fixture<Menu>(
    html`<connect-chat-menu
      .hasTranscript=${change.hasTranscript ?? true}
      .hasSound=${change.hasSound ?? true}
      .isQuiet=${change.isQuiet ?? false}
      @connect-chat-intent=${({ intent }: ChatIntentEvent) => told.push(intent)}
      @close=${() => told.push('close')}
    ></connect-chat-menu>`,
  );
  const root = menu.shadowRoot!;
  const choices = () => [...root.querySelectorAll('li button')].map(({ textContent }) => textContent.trim());
  const press = async (name: string): Promise<void> => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)!.click();
    await menu.updateComplete;
  };
  return { menu, root, told, choices, press };
}

describe('<connect-chat-menu>', () => {
  it('is accessible, and takes the focus', async () => {
    const { menu, root } = await open();
    await expect(menu).to.be.accessible();
    expect(root.activeElement).to.equal(root.querySelector('button'));
  });
  it('dispatches the chosen action, and closes', async () => {
    const { told, choices, press } = await open();
    expect(choices()).to.deep.equal(['Save transcript', 'Copy transcript', 'Turn sound off']);
    await press('Turn sound off');
    expect(told).to.deep.equal([{ type: 'quiet', isQuiet: true }, 'close']);
  });
  it('confirms that the transcript was copied', async () => {
    const { menu, root, told, press } = await open();
    await press('Copy transcript');
    const status = () => root.querySelector('[role=status]')!.textContent.trim();
    expect(status()).to.equal('');
    (told[0] as ChatIntent & { type: 'copy' }).told(true);
    await menu.updateComplete;
    expect(status()).to.equal('Copied');
  });
  it('closes by Escape, without closing the panel, and by a press elsewhere', async () => {
    const { menu, root, told } = await open();
    let heard = 0;
    menu.addEventListener('keydown', () => (heard += 1));
    root
      .querySelector('ul')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect([told, heard]).to.deep.equal([['close'], 0]);
    menu.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(told.length).to.equal(1);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(told.length).to.equal(2);
  });
  it('shows only the actions that are available', async () => {
    const { choices } = await open({ hasTranscript: false, isQuiet: true });
    expect(choices()).to.deep.equal(['Turn sound on']);
  });
});
