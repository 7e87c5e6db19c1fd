import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tokenSamples } from '../../../../../console/admin/widgets/code/token-samples.js';
import { limits } from '../../../../../shared/limits.js';

const samples = suite('a sample of a token endpoint');
samples('exists once for each of six languages', () => {
  assert.equal(
    tokenSamples.map(({ language }) => language),
    ['Node', 'Python', 'PHP', 'Ruby', 'Java', 'C#'],
  );
});
for (const { language, needs, code } of tokenSamples) {
  const text = code('widget-7');
  samples(`signs a token for the widget by HS256: ${language}`, () => {
    assert.match(text, 'widget-7');
    assert.match(text, /HS256|HMAC256|HmacSha256/);
  });
  samples(`reads the key from the environment, and holds none itself: ${language}`, () => {
    assert.match(text, 'CONNECT_CHAT_KEY');
    assert.not.match(text, /[A-Za-z0-9+/]{43}=/);
  });
  samples(`lets the token expire as late as the service allows: ${language}`, () => {
    assert.match(text, String(limits.tokenSeconds));
  });
  samples(`answers {"data": token} at /token, uncached: ${language}`, () => {
    assert.match(text, /data/);
    assert.match(text, /no.store/i);
    if (language !== 'PHP') assert.match(text, '/token');
  });
  samples(`names the library to install: ${language}`, () => {
    assert.match(needs, /jwt|jsonwebtoken/i);
  });
}
samples.run();
