import { expect, fixture, html } from '@open-wc/testing';
import '../../../../widget/conversation/open-chat.js';
import type { ChatIntentEvent } from '../../../../widget/events/chat-intent-event.js';
import type { PanelModel } from '../../../../widget/elements/panel/panel-model.js';
import type { Panel } from '../../../../widget/elements/panel/panel.js';
import { en } from '../../../../widget/strings/en.js';
import { loadStrings } from '../../../../widget/strings/load-strings.js';
import { fakeConfiguration } from '../../../support/widget/fake-chat.js';
import { said } from '../../../support/widget/items.js';
import { panelModel } from '../../../support/widget/panel-model.js';
import { contrastOf } from '../../../support/widget/contrast.js';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'ja', 'ko', 'zh', 'ar'];

async function openPanel(change: Partial<PanelModel> = {}, dir = '') {
  const panel = await fixture<Panel>(
    html`<connect-chat-panel
      mode="inline"
      dir=${dir}
      style="width: 372px; height: 600px; font: 15px/1.4 sans-serif"
      .model=${panelModel(change)}
    ></connect-chat-panel>`,
  );
  const show = async (next: Partial<PanelModel>): Promise<void> => {
    panel.model = { ...panel.model, ...next };
    await panel.updateComplete;
  };
  const root = panel.shadowRoot!;
  return { panel, root, show, find: (selector: string) => root.querySelector<HTMLElement>(selector)! };
}

describe('<connect-chat-panel>', () => {
  it('is readable in both schemes when the chat could not be started', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { find } = await openPanel({ phase: 'failed', failure: en.notStarted, scheme });
      expect(contrastOf(find('.banner p'), find('.banner')), scheme).to.be.least(4.5);
      expect(contrastOf(find('.banner button'), find('.banner')), scheme).to.be.least(4.5);
    }
  });

  it('shows the picture of the agent in its header, over the initials', async () => {
    const picture = 'https://pictures.invalid/ada.png';
    const { panel, find, root, show } = await openPanel({
      phase: 'live',
      items: [said(1, 'Hello', { displayName: 'Ada Lovelace' })],
      features: { names: true },
      photoOf: ({ participantId }) => (participantId === 'agent' ? picture : undefined),
    });
    expect(find('.face').textContent.trim()).to.equal('AL');
    await customElements.whenDefined('connect-chat-photo');
    const photo = root.querySelector('connect-chat-photo')!;
    await photo.updateComplete;
    expect(photo.address).to.equal(picture);
    expect(find('connect-chat-photo').getBoundingClientRect().width).to.equal(36);
    await expect(panel).to.be.accessible();
    await show({ items: [said(1, 'Hello', { displayName: 'Bo', participantId: 'other' })] });
    expect(root.querySelector('.face connect-chat-photo')).to.equal(null);
  });

  it('shows once that the chat has ended, with buttons in one row or one below the other', async () => {
    for (const language of languages) {
      const strings = await loadStrings(language);
      const { panel, root } = await openPanel(
        { phase: 'ended', features: { transcript: true }, strings },
        strings.direction,
      );
      expect(root.querySelector('.over')!.textContent, language).not.to.contain(strings.ended);
      const [save, again] = [...root.querySelectorAll('.over button')].map((button) =>
        button.getBoundingClientRect(),
      ) as [DOMRect, DOMRect];
      const edges = panel.getBoundingClientRect();
      const [first, last] = strings.direction === 'rtl' ? [again, save] : [save, again];
      const isOneRow = save.top === again.top;
      const rows = isOneRow
        ? [[first.left, last.right]]
        : [save, again].map(({ left, right }) => [left, right]);
      for (const [left, right] of rows)
        expect([left! - edges.left, edges.right - right!], language).to.deep.equal([14, 14]);
    }
  });

  it('takes its accent from the page’s property, or else from the header’s colour', async () => {
    const { panel, find } = await openPanel({
      phase: 'ended',
      theme: { ...fakeConfiguration.theme, headerColor: '#7a1f3d' },
    });
    const main = find('.main');
    expect(getComputedStyle(main).backgroundColor).to.equal('rgb(122, 31, 61)');
    panel.style.setProperty('--connect-chat-accent-color', 'rgb(1, 2, 3)');
    expect(getComputedStyle(main).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('darkens light bubbles in the dark scheme, and shows the theme’s in the light one', async () => {
    const { panel, show } = await openPanel({ scheme: 'dark' });
    expect(panel.style.getPropertyValue('--agent-bubble-color')).to.contain('rgb(');
    await show({ scheme: 'light' });
    expect(panel.style.getPropertyValue('--agent-bubble-color')).to.equal('');
  });

  it('announces the position in the queue politely', async () => {
    const { find, show } = await openPanel({ phase: 'live', place: { position: 3 } });
    expect(find('.place').textContent).to.equal('You’re number 3 in line');
    expect(find('.place').getAttribute('role')).to.equal('status');
    await show({ place: { position: 1 } });
    expect(find('.place').textContent).to.equal('You’re next in line');
    await show({ place: { position: 1, waitMinutes: 1 } });
    expect(find('.place').textContent).to.equal('You’re next in line · about 1 min');
    await show({ place: { position: 3, waitMinutes: 7 } });
    expect(find('.place').textContent).to.equal('You’re number 3 in line · about 7 min');
    await show({ place: { position: 0 } });
    expect(find('.place').textContent).to.equal('');
  });

  it('shows a countdown to the next attempt, and announces the loss once to screen readers', async () => {
    const { find, show } = await openPanel({ phase: 'reconnecting', seconds: 7 });
    const words = () => find('.banner p').textContent.replace(/\s+/g, ' ').trim();
    expect(find('.banner [aria-hidden]').textContent).to.equal('Connection lost. Reconnecting in 7 s.');
    expect(find('.banner .visually-hidden').textContent).to.equal('Connection lost. Reconnecting…');
    await show({ seconds: 1 });
    expect(words()).to.equal('Connection lost. Reconnecting…');
    await show({ isOnline: false });
    expect(words()).to.equal('You’re offline.');
  });

  it('has no second button to try again while it shows a form', async () => {
    const { find, show } = await openPanel({ phase: 'failed', failure: en.notStarted });
    expect(find('.banner button').textContent).to.equal('Try again');
    await show({ form: html`<p class="instead">Leave a message</p>` });
    expect([find('.banner button'), find('connect-chat-composer')]).to.deep.equal([null, null]);
    expect(find('.instead').textContent).to.equal('Leave a message');
  });

  it('shows only a logo with an https address', async () => {
    const { theme } = panelModel();
    const logo = (logoUrl: string) => openPanel({ theme: { ...theme, logoUrl } });
    expect((await logo('https://pictures.invalid/logo.png')).find('[part=logo]')).not.to.equal(null);
    expect((await logo('http://pictures.invalid/logo.png')).find('[part=logo]')).to.equal(null);
    expect((await logo('')).find('[part=logo]')).to.equal(null);
  });

  it('has a button to minimise it, unless it is a part of the page', async () => {
    const asked: string[] = [];
    const { panel, find, show } = await openPanel();
    panel.addEventListener('connect-chat-intent', (event) =>
      asked.push((event as ChatIntentEvent).intent.type),
    );
    find('[part=minimise-button]').click();
    const escape = () =>
      find('.panel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    escape();
    expect(asked).to.deep.equal(['minimise', 'minimise']);
    await show({ isInline: true });
    escape();
    expect(asked).to.have.length(2);
    expect([find('[part=minimise-button]'), find('.panel').getAttribute('role')]).to.deep.equal([
      null,
      'region',
    ]);
  });
});
