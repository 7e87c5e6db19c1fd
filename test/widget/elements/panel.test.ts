import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/talk.js';
import type { Panel } from '../../../widget/elements/panel.js';
import { en } from '../../../widget/strings/en.js';
import { loadStrings } from '../../../widget/strings/load-strings.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { said } from '../../support/widget/items.js';
import { contrastOf } from '../../support/widget/contrast.js';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'ja', 'ko', 'zh', 'ar'];

async function openPanel(change: Partial<Panel> = {}) {
  const panel = await fixture<Panel>(
    html`<connect-chat-panel
      mode="inline"
      style="width: 372px; height: 600px; font: 15px/1.4 sans-serif"
      .theme=${fakeConfiguration.theme}
      .heading=${'Chat with us'}
      .strings=${en}
    ></connect-chat-panel>`,
  );
  Object.assign(panel, change);
  await panel.updateComplete;
  const root = panel.shadowRoot!;
  return { panel, root, find: (selector: string) => root.querySelector<HTMLElement>(selector)! };
}

describe('<connect-chat-panel>', () => {
  it('can be read in either scheme where the chat could not be started', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { find } = await openPanel({ state: 'failed', failure: en.notStarted, scheme });
      expect(contrastOf(find('.banner p'), find('.banner')), scheme).to.be.least(4.5);
      expect(contrastOf(find('.banner button'), find('.banner')), scheme).to.be.least(4.5);
    }
  });

  it('shows the picture of the agent in its header, over the initials', async () => {
    const picture = 'https://pictures.invalid/ada.png';
    const { panel, find, root } = await openPanel({
      state: 'live',
      items: [said(1, 'Hello', { displayName: 'Ada Lovelace' })],
      count: 1,
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
    panel.items = [said(1, 'Hello', { displayName: 'Bo', participantId: 'other' })];
    await panel.updateComplete;
    expect(root.querySelector('.face connect-chat-photo')).to.equal(null);
  });

  it('says once that the chat has ended, with buttons that share a row or have one each', async () => {
    for (const language of languages) {
      const strings = await loadStrings(language);
      const { panel, root } = await openPanel({
        state: 'ended',
        features: { transcript: true },
        strings,
        dir: strings.direction,
      });
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

  it('takes its accent from the header’s colour, and from the page before that', async () => {
    const { panel, find } = await openPanel({
      state: 'ended',
      theme: { ...fakeConfiguration.theme, headerColor: '#7a1f3d' },
    });
    const main = find('.main');
    expect(getComputedStyle(main).backgroundColor).to.equal('rgb(122, 31, 61)');
    panel.style.setProperty('--connect-chat-accent-color', 'rgb(1, 2, 3)');
    expect(getComputedStyle(main).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('shows no dazzling bubbles in the dark, and its theme’s own in the light', async () => {
    const { panel } = await openPanel({ scheme: 'dark' });
    expect(panel.style.getPropertyValue('--agent-bubble-color')).to.contain('rgb(');
    panel.scheme = 'light';
    await panel.updateComplete;
    expect(panel.style.getPropertyValue('--agent-bubble-color')).to.equal('');
  });

  it('says where the visitor waits, politely', async () => {
    const { panel, find } = await openPanel({ state: 'live', place: 3 });
    expect(find('.place').textContent).to.equal('You’re number 3 in line');
    expect(find('.place').getAttribute('role')).to.equal('status');
    panel.place = 1;
    await panel.updateComplete;
    expect(find('.place').textContent).to.equal('You’re next in line');
    panel.place = 0;
    await panel.updateComplete;
    expect(find('.place').textContent).to.equal('');
  });
});
