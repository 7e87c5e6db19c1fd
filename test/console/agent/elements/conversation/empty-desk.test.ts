import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/agent/define.js';
import type { EmptyDesk } from '../../../../../console/agent/elements/conversation/empty-desk.js';

const open = () => fixture<EmptyDesk>(html`<connect-chat-empty-desk></connect-chat-empty-desk>`);
const guideOf = (desk: EmptyDesk) => desk.shadowRoot!.querySelector('connect-chat-first-chat');

describe('<connect-chat-empty-desk>', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('shows no guide to agents who did not come from the set-up', async () => {
    const desk = await open();
    await expect(desk).to.be.accessible();
    expect(guideOf(desk)).to.equal(null);
  });

  it('guides a new administrator through a first chat, until it is skipped', async () => {
    history.replaceState(null, '', '#first-chat');
    const desk = await open();
    guideOf(desk)!.dispatchEvent(new Event('connect-chat-skip'));
    await desk.updateComplete;
    expect([guideOf(desk), location.hash]).to.deep.equal([null, '']);
  });

  it('ends the guide once there is a chat', async () => {
    history.replaceState(null, '', '#first-chat');
    const desk = await open();
    desk.remove();
    expect(location.hash).to.equal('');
    expect(guideOf(await open())).to.equal(null);
  });
});
