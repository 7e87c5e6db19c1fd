import { expect } from '@open-wc/testing';
import { sendSurvey } from '../../../widget/survey/send-survey.js';

const address = { serviceUrl: 'https://send-survey.example', widgetId: 'a widget' };
const answer = { clientToken: 't1', rating: 4, comment: 'Thanks' };

describe('sendSurvey', () => {
  const { fetch } = window;
  afterEach(() => (window.fetch = fetch));

  /** Answers the request with a response, or with a broken connection. */
  async function send(response: Response | null) {
    let request: Request | undefined;
    window.fetch = (input, init) => {
      request = new Request(input, init);
      return response ? Promise.resolve(response) : Promise.reject(new TypeError('offline'));
    };
    const outcome = await sendSurvey(address, 'k1.secret', answer);
    return { outcome, request: request! };
  }

  it('posts the answer with the participant token, and without cookies', async () => {
    const { outcome, request } = await send(new Response(null, { status: 204 }));
    expect(outcome).to.equal('sent');
    expect(request.url).to.equal('https://send-survey.example/widgets/a%20widget/survey');
    expect([request.method, request.credentials]).to.deep.equal(['POST', 'omit']);
    expect(request.headers.get('authorization')).to.equal('Bearer k1.secret');
    expect(await request.json()).to.deep.equal(answer);
  });
  it('is to be tried again after a broken connection, a failure or too many requests', async () => {
    for (const response of [null, ...[500, 503, 429].map((status) => new Response('{}', { status }))])
      expect((await send(response)).outcome).to.equal('again');
  });
  it('is refused by other answers, whatever they contain', async () => {
    for (const body of ['{"code":"CONTACT_NOT_FOUND"}', '<html>', ''])
      expect((await send(new Response(body, { status: 404 }))).outcome).to.equal('refused');
  });
  it('counts as sent if another tab has rated the chat', async () => {
    const body = JSON.stringify({ code: 'SURVEY_ALREADY_ANSWERED' });
    expect((await send(new Response(body, { status: 409 }))).outcome).to.equal('sent');
  });
});
