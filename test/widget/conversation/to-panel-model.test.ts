import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ChatError } from '../../../client/chat-error.js';
import { initialState } from '../../../widget/conversation/state/conversation-state.js';
import { toPanelModel, type PanelSource } from '../../../widget/conversation/to-panel-model.js';
import { en } from '../../../widget/strings/en.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { said } from '../../support/widget/items.js';

type Session = PanelSource['session'];
const session: Session = {
  state: 'live',
  failure: undefined,
  items: [],
  waiting: [],
  contactId: 'k1',
  participantId: 'visitor',
  longMessages: false,
  nextAttempt: undefined,
};
const model = (change: Partial<Session>, source: Partial<PanelSource> = {}) =>
  toPanelModel({
    session: { ...session, ...change },
    state: initialState,
    configuration: fakeConfiguration,
    now: 5_000,
    form: undefined,
    note: undefined,
    questions: [],
    photoOf: undefined,
    scheme: 'light',
    isInline: false,
    isOnline: true,
    isQuiet: false,
    uploads: [],
    roleNames: undefined,
    strings: en,
    ...source,
  });

const models = suite('toPanelModel');
models('takes title, welcome message and theme from the configuration', () => {
  const { heading, welcome, theme } = model({});
  assert.equal([heading, welcome], ['Chat with us', 'Welcome']);
  assert.is(theme, fakeConfiguration.theme, 'the same object: the panel does not compute its colours again');
});
models('shows the state of the session, its messages and the visitor’s participant', () => {
  const waiting = [{ clientToken: 'a', contentType: 'text/plain', content: 'hi', createdAt: 1 }];
  const shown = model({ state: 'reconnecting', waiting });
  assert.equal([shown.phase, shown.waiting, shown.participantId], ['reconnecting', waiting, 'visitor']);
});
models('puts earlier chats above the present one', () => {
  const state = { ...initialState, earlier: [[said(1, 'before', { id: 'k0.1' })]] };
  const { items } = model({ items: [said(1, 'now')] }, { state });
  assert.equal(
    items.map(({ content }) => content),
    ['before', 'now'],
  );
});
models('shows the position in the queue only while connected', () => {
  const state = { ...initialState, place: { position: 3 } };
  assert.is(model({}, { state }).place.position, 3);
  assert.equal(model({ state: 'reconnecting' }, { state }).place, {}, 'it may have changed');
});
models('explains a failure: whether the visitor can try again, or the widget does', () => {
  const failure = new ChatError('TOKEN_REFUSED', 'No.');
  assert.is(model({}).failure, '');
  assert.is(model({ state: 'failed', failure }).failure, en.notStarted);
  assert.is(
    model({ state: 'failed', failure: new ChatError('PARTICIPANT_REFUSED', 'No.') }).failure,
    en.notContinued,
  );
  assert.is(model({ state: 'connecting', failure: new ChatError('TOO_MANY_CHATS', 'No.') }).failure, en.busy);
});
models('counts the seconds to the next attempt up', () => {
  assert.is(model({ nextAttempt: 5_001 }).seconds, 1);
  assert.is(model({ nextAttempt: 8_000 }).seconds, 3);
  assert.ok(model({}).seconds <= 0, 'none is due');
});
models('allows long messages as the service says in a chat, and as configured before', () => {
  assert.is(model({ longMessages: true }).features.longMessages, true);
  assert.is(model({ longMessages: true, contactId: undefined }).features.longMessages, undefined);
});
models.run();
