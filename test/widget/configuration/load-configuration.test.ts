import { expect } from '@open-wc/testing';
import type { ChatError } from '../../../client/chat-error.js';
import { loadConfiguration } from '../../../widget/configuration/load-configuration.js';

const address = { serviceUrl: 'https://configuration.example', widgetId: 'a/b' };

describe('loadConfiguration', () => {
  const { fetch } = window;
  afterEach(() => (window.fetch = fetch));
  const urls: string[] = [];
  function answer(response: Response | null): void {
    urls.length = 0;
    window.fetch = (input) => {
      urls.push(input as string);
      return response ? Promise.resolve(response) : Promise.reject(new TypeError('offline'));
    };
  }
  const refusal = (): Promise<ChatError> =>
    loadConfiguration(address).then(
      () => Promise.reject(new Error('It was loaded.')),
      (reason: ChatError) => reason,
    );

  it('requests a widget by its id', async () => {
    answer(Response.json({ widgetId: 'a/b' }));
    expect(await loadConfiguration(address)).to.deep.equal({ widgetId: 'a/b' });
    expect(urls).to.deep.equal(['https://configuration.example/widgets/a%2Fb/configuration']);
  });
  it('sends the language as a parameter', async () => {
    answer(Response.json({}));
    await loadConfiguration(address, 'de & fr');
    expect(new URL(urls[0]!).searchParams.get('language')).to.equal('de & fr');
  });
  it('rejects with the service’s code and sentence', async () => {
    answer(Response.json({ code: 'WIDGET_NOT_FOUND', message: 'No such widget.' }, { status: 404 }));
    const { code, message } = await refusal();
    expect([code, message]).to.deep.equal(['WIDGET_NOT_FOUND', 'No such widget.']);
  });
  it('rejects as unreachable without an answer of the service', async () => {
    for (const response of [null, new Response('<html>Bad gateway</html>', { status: 502 })]) {
      answer(response);
      const { code, message } = await refusal();
      expect([code, message]).to.deep.equal([
        'UNREACHABLE',
        'https://configuration.example cannot be reached.',
      ]);
    }
  });
});
