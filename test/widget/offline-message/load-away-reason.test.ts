import { expect } from '@open-wc/testing';
import { loadAwayReason } from '../../../widget/offline-message/load-away-reason.js';

const address = { serviceUrl: 'https://away.example', widgetId: 'w1' };

describe('loadAwayReason', () => {
  const { fetch } = window;
  afterEach(() => (window.fetch = fetch));
  const answer = (response: () => Promise<Response>): void => void (window.fetch = response);

  it('returns why no agent can answer', async () => {
    for (const away of ['CLOSED', 'UNSTAFFED', null]) {
      answer(() => Promise.resolve(Response.json({ away })));
      expect(await loadAwayReason(address)).to.equal(away);
    }
  });
  it('lets visitors chat if the service can’t tell', async () => {
    for (const response of [
      () => Promise.reject(new TypeError('offline')),
      () => Promise.resolve(new Response('{}', { status: 503 })),
      () => Promise.resolve(new Response('no JSON')),
    ]) {
      answer(response);
      expect(await loadAwayReason(address)).to.equal(null);
    }
  });
});
