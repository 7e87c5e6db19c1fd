import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { customise } from '../../../widget/configuration/customise.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';

const customising = suite('customise');
customising('changes only what the page sets', () => {
  const changed = customise(fakeConfiguration, {
    texts: { title: 'Bakery' },
    features: { emoji: false },
    theme: { logoUrl: 'https://shop.example/logo.png' },
  });
  assert.equal([changed.texts.title, changed.texts.welcome], ['Bakery', 'Welcome']);
  assert.equal([changed.features.emoji, changed.features.sound], [false, true]);
  assert.is(changed.theme.logoUrl, 'https://shop.example/logo.png');
  assert.is(changed.theme.headerColor, fakeConfiguration.theme.headerColor);
});
customising('merges labels one by one', () => {
  const texts = { ...fakeConfiguration.texts, labels: { minimise: 'Less', send: 'Go' } };
  const { labels } = customise(
    { ...fakeConfiguration, texts },
    { texts: { labels: { send: 'Off it goes' } } },
  ).texts;
  assert.equal(labels, { minimise: 'Less', send: 'Off it goes' });
});
customising('keeps the theme object if the page has no theme', () => {
  assert.is(customise(fakeConfiguration).theme, fakeConfiguration.theme);
  assert.is(customise(fakeConfiguration, { texts: {} }).theme, fakeConfiguration.theme);
});
customising('does not change the configuration itself', () => {
  const before = JSON.stringify(fakeConfiguration);
  customise(fakeConfiguration, { texts: { title: 'Bakery' }, theme: { font: 'serif' } });
  assert.is(JSON.stringify(fakeConfiguration), before);
});
customising.run();
