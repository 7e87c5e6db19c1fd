import { expect, fixture, html } from '@open-wc/testing';
import type { Menu } from '../../../widget/elements/menu.js';
import type { TalkEvent, TalkIntent } from '../../../widget/events/talk-event.js';
import '../../../widget/talk.js';

async function open(change: Partial<Menu> = {}) {
  const intents: TalkIntent[] = [];
  const menu = await fixture<Menu>(
    html`<connect-chat-menu
      .hasTranscript=${change.hasTranscript ?? true}
      .hasSound=${change.hasSound ?? true}
      .isQuiet=${change.isQuiet ?? false}
      @connect-chat-talk=${({ intent }: TalkEvent) => intents.push(intent)}
    ></connect-chat-menu>`,
  );
  const root = menu.shadowRoot!;
  const opener = () => root.querySelector<HTMLElement>('.opener')!;
  const choices = () => [...root.querySelectorAll('li button')].map(({ textContent }) => textContent.trim());
  const press = async (name: string): Promise<void> => {
    [...root.querySelectorAll('button')]
      .find((each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name)!
      .click();
    await menu.updateComplete;
  };
  return { menu, root, intents, opener, choices, press };
}

describe('<connect-chat-menu>', () => {
  it('is accessible, closed and open', async () => {
    const { menu, opener, press } = await open();
    await expect(menu).to.be.accessible();
    expect(opener().getAttribute('aria-expanded')).to.equal('false');
    await press('More');
    expect(opener().getAttribute('aria-expanded')).to.equal('true');
    await expect(menu).to.be.accessible();
  });
  it('asks for what is chosen, closes, and gives the focus back', async () => {
    const { root, opener, intents, choices, press } = await open();
    await press('More');
    expect(choices()).to.deep.equal(['Save transcript', 'Copy transcript', 'Turn sound off']);
    await press('Turn sound off');
    expect(intents).to.deep.equal([{ type: 'quiet', isQuiet: true }]);
    expect([choices().length, root.activeElement]).to.deep.equal([0, opener()]);
  });
  it('says that the transcript is copied, once it is', async () => {
    const { menu, root, intents, press } = await open();
    await press('More');
    await press('Copy transcript');
    expect(root.querySelector('[role=status]')!.textContent.trim()).to.equal('');
    (intents[0] as TalkIntent & { type: 'copy' }).told(true);
    await menu.updateComplete;
    expect(root.querySelector('[role=status]')!.textContent.trim()).to.equal('Copied');
  });
  it('is closed by Escape, which then goes no further, and by a press elsewhere', async () => {
    const { menu, root, choices, press } = await open();
    let heard = 0;
    menu.addEventListener('keydown', () => (heard += 1));
    const escape = () =>
      root
        .querySelector('div')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await press('More');
    escape();
    await menu.updateComplete;
    expect([choices().length, heard]).to.deep.equal([0, 0]);
    escape();
    expect(heard).to.equal(1);
    await press('More');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    await menu.updateComplete;
    expect(choices()).to.deep.equal([]);
  });
  it('is not there where there is nothing to choose', async () => {
    const { root } = await open({ hasTranscript: false, hasSound: false });
    expect(root.querySelector('button')).to.equal(null);
  });
});
