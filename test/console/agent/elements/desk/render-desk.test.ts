import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { renderDesk, type DeskView } from '../../../../../console/agent/elements/desk/render-desk.js';
import { initialDesk } from '../../../../../console/agent/state/desk-state.js';
import { noReplies } from '../../../../../console/agent/state/loaded-replies.js';
import { defaultPreferences } from '../../../../../console/agent/state/preference.js';
import { questionBefore } from '../../../../../console/agent/state/question.js';
import { chat, offer, someTime } from '../../../../support/console/agent-fixtures.js';

const first = chat(1);
const view = (change: Partial<DeskView> = {}, session: Partial<DeskView['session']> = {}): DeskView => ({
  session: {
    agent: { agentId: 'a1', username: 'maria', displayName: 'Maria' },
    status: 'AVAILABLE',
    state: 'live',
    nextAttempt: undefined,
    returned: 0,
    chats: [],
    offers: [],
    ...session,
  },
  state: initialDesk,
  front: undefined,
  drafts: {},
  uploadsOf: () => [],
  isMuted: false,
  isAdministrator: false,
  preferences: defaultPreferences,
  situation: {
    chats: [],
    offers: [],
    status: 'AVAILABLE',
    front: undefined,
    isMuted: false,
    showsDetails: false,
  },
  sources: { replies: undefined, targets: undefined },
  showsDetails: false,
  transfer: undefined,
  preview: undefined,
  replies: noReplies,
  problem: '',
  now: () => someTime,
  ...change,
});
/** Renders the desk without defining its elements: only what it hands to them is tested. */
async function open(shown: DeskView) {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  render(renderDesk(shown), place);
  const get = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
    place.querySelector<HTMLElementTagNameMap[Name]>(name);
  return { place, get };
}

describe('what the desk shows', () => {
  it('begins with the offers, which come first for the keyboard', async () => {
    const { place, get } = await open(view({}, { offers: [offer(1)] }));
    expect(place.firstElementChild!.localName).to.equal('connect-chat-offer-list');
    expect(get('connect-chat-offer-list')!.offers).to.have.length(1);
  });

  it('makes the offers compact above an open chat on a small screen', async () => {
    const compact = async (screen: 'list' | 'chat') =>
      (await open(view({ state: { ...initialDesk, view: screen } }))).get('connect-chat-offer-list')!.compact;
    expect([await compact('list'), await compact('chat')]).to.deep.equal([false, true]);
  });

  it('shows the chats, or a note that there are none', async () => {
    const empty = await open(view());
    expect(empty.get('connect-chat-chat-columns')).to.equal(null);
    expect(empty.get('connect-chat-empty-desk')!.status).to.equal('AVAILABLE');
    const busy = await open(view({ front: first }, { chats: [first] }));
    expect(busy.get('connect-chat-empty-desk')).to.equal(null);
    expect(busy.get('connect-chat-chat-columns')!.chats).to.deep.equal([first]);
  });

  it('counts the unsent messages of all chats while the connection is lost', async () => {
    const waiting = [{ clientToken: 't1' }, { clientToken: 't2' }] as never;
    const chats = [chat(1, [], { waiting }), chat(2, [], { waiting })];
    const { get } = await open(view({}, { chats, state: 'reconnecting' }));
    const { isLost, waiting: count } = get('connect-chat-desk-notices')!;
    expect([isLost, count]).to.deep.equal([true, 4]);
  });

  it('shows the details of the active chat only where they are wanted', async () => {
    const shown = async (change: Partial<DeskView>) =>
      (await open(view(change, { chats: [first] }))).get('connect-chat-customer-panel')?.card.contactId;
    expect(await shown({ front: first, showsDetails: true })).to.equal('contact-1');
    expect(await shown({ front: first, showsDetails: false })).to.equal(undefined);
    expect(await shown({ front: undefined, showsDetails: true })).to.equal(undefined);
  });

  it('asks a question until it is answered', async () => {
    const question = questionBefore({ type: 'sign-out' }, { chats: [first], asksBeforeEnd: true });
    const { get } = await open(view({ state: { ...initialDesk, question } }));
    expect(get('connect-chat-desk-question')!.question.action).to.equal('Sign out');
    expect((await open(view())).get('connect-chat-desk-question')).to.equal(null);
  });

  it('names the agent in the bar as soon as the service has', async () => {
    const nameOf = async (session: Partial<DeskView['session']>) =>
      (await open(view({}, session))).get('connect-chat-agent-bar')!.displayName;
    expect(await nameOf({})).to.equal('Maria');
    expect(await nameOf({ agent: undefined })).to.equal('');
  });

  it('shows one dialog at a time that is about no chat', async () => {
    const shown = async (dialog: 'palette' | 'keys' | undefined) => {
      const { get } = await open(view({ state: { ...initialDesk, dialog } }));
      return [get('connect-chat-command-palette') !== null, get('connect-chat-key-list') !== null];
    };
    expect(await shown(undefined)).to.deep.equal([false, false]);
    expect(await shown('palette')).to.deep.equal([true, false]);
    expect(await shown('keys')).to.deep.equal([false, true]);
  });
});
