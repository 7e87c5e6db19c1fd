import { expect } from '@open-wc/testing';
import { createMemoryStore, type ChatStore } from '../../../client/chat-store.js';
import { Rating } from '../../../widget/survey/rating.js';
import type {
  ConversationHost,
  ConversationSession,
} from '../../../widget/conversation/conversation-host.js';
import { waitUntil } from '../../support/wait-until.js';

type Answer = { clientToken: string; rating: number; comment: string };

describe('Rating', () => {
  const { fetch } = window;
  let store: ChatStore;
  let sent: { url: string; authorization: string; answer: Answer }[];
  let answers: (Response | Error)[];

  beforeEach(() => {
    store = createMemoryStore();
    store.writeChat({ startToken: 's1', participantToken: 'k1.secret' });
    sent = [];
    answers = [];
    window.fetch = async (input, init) => {
      const url = input as string;
      const { authorization = '' } = init!.headers as Record<string, string>;
      sent.push({ url, authorization, answer: JSON.parse(init!.body as string) as Answer });
      const next = answers.shift() ?? new Response('{}');
      if (next instanceof Error) throw next;
      return next;
    };
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  const open = (): Rating => {
    const host = {
      address: { serviceUrl: 'https://chat.example', widgetId: 'w 1' },
      requestUpdate: () => undefined,
    } as ConversationHost;
    return new Rating(host, { store } as ConversationSession);
  };
  const refusal = (status: number, code: string) => new Response(JSON.stringify({ code }), { status });
  const reached = (rating: Rating, phase: string) => waitUntil(() => rating.phase === phase, phase);

  it('sends the answer with the token of the chat', async () => {
    const rating = open();
    expect(rating.phase).to.equal('open');
    rating.rate(4, 'Quick!');
    expect(rating.phase).to.equal('sending');
    await reached(rating, 'sent');
    const [{ url, authorization, answer }] = sent as [(typeof sent)[0]];
    expect([url, authorization]).to.deep.equal([
      'https://chat.example/widgets/w%201/survey',
      'Bearer k1.secret',
    ]);
    expect([answer.rating, answer.comment]).to.deep.equal([4, 'Quick!']);
    expect(Object.keys(answer)).to.deep.equal(['clientToken', 'rating', 'comment']);
  });

  it('is sent once, also across pages', async () => {
    const rating = open();
    rating.rate(4, '');
    await reached(rating, 'sent');
    expect(open().phase).to.equal('sent');
    expect(sent).to.have.length(1);
  });

  it('is sent until it is stored, with one client token', async () => {
    answers = [new TypeError('offline'), refusal(503, 'TEMPORARILY_UNAVAILABLE')];
    const rating = open();
    rating.rate(1, '');
    await reached(rating, 'waiting');
    dispatchEvent(new Event('online'));
    await waitUntil(() => sent.length === 2);
    await reached(rating, 'waiting');
    dispatchEvent(new Event('online'));
    await reached(rating, 'sent');
    expect(new Set(sent.map(({ answer }) => answer.clientToken)).size).to.equal(1);
    expect(sent).to.have.length(3);
  });

  it('is sent by the next page if this one could not', async () => {
    const kept = { clientToken: 'r1', rating: 2, comment: 'Slow' };
    store.writeChat({ startToken: 's1', participantToken: 'k1.secret', survey: kept });
    const rating = open();
    await reached(rating, 'sent');
    expect(sent.map(({ answer }) => answer)).to.deep.equal([kept]);
  });

  it('counts as sent if another tab has rated the chat', async () => {
    answers = [refusal(409, 'SURVEY_ALREADY_ANSWERED')];
    const rating = open();
    rating.rate(5, '');
    await reached(rating, 'sent');
  });

  it('reports a refusal, and can be sent again', async () => {
    answers = [refusal(403, 'SURVEY_DISABLED')];
    const rating = open();
    rating.rate(5, '');
    await reached(rating, 'refused');
    expect(store.readChat()!.survey).to.equal(undefined);
    rating.rate(4, '');
    await reached(rating, 'sent');
  });

  it('does not store a chat again that was forgotten meanwhile', async () => {
    const rating = open();
    rating.rate(5, '');
    store.writeChat(undefined);
    await waitUntil(() => sent.length === 1);
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.readChat()).to.equal(undefined);
    expect(rating.phase).to.equal('open');
  });

  it('does not send the answer for a sample chat', () => {
    store.writeChat(undefined);
    const rating = open();
    rating.rate(3, '');
    expect(rating.phase).to.equal('sent');
    expect(sent).to.have.length(0);
  });
});
