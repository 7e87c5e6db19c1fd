import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { languages } from '../../../shared/languages.js';
import { limits } from '../../../shared/limits.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { resolveTexts } from '../../../shared/visitor-texts/resolve-texts.js';
import { checkWidget } from '../../../shared/widget-input.js';

const textsOf = (texts: object) => checkWidget({ name: 'Shop', texts }).widget!.texts;

const resolve = suite('resolveTexts');
resolve("returns the defaults of the visitor's language", () => {
  for (const { tag } of languages) assert.equal(resolveTexts(textsOf({}), tag), defaultTexts[tag], tag);
});
resolve('returns the English ones for an unsupported language', () => {
  assert.equal(resolveTexts(textsOf({}), 'nl'), defaultTexts.en);
});
resolve('uses texts for a language in that language only', () => {
  const texts = { byLanguage: { de: { greeting: 'Moin!', title: 'Schnack' } } };
  const { greeting, title, connecting } = resolveTexts(textsOf(texts), 'de-AT');
  assert.equal([greeting, title, connecting], ['Moin!', 'Schnack', defaultTexts.de.connecting]);
  assert.equal(resolveTexts(textsOf(texts), 'en'), defaultTexts.en);
});
resolve('prefers texts for one language to the title, welcome and launcher for all languages', () => {
  const texts = { title: 'Ask Acme', welcome: 'Hey!', byLanguage: { it: { welcome: 'Ehi!' } } };
  const german = resolveTexts(textsOf(texts), 'de');
  assert.equal([german.title, german.welcome], ['Ask Acme', 'Hey!']);
  const italian = resolveTexts(textsOf(texts), 'it');
  assert.equal([italian.title, italian.welcome], ['Ask Acme', 'Ehi!']);
});
resolve('uses the default for an emptied text', () => {
  const texts = { byLanguage: { de: { greeting: '' } } };
  assert.is(resolveTexts(textsOf(texts), 'de').greeting, defaultTexts.de.greeting);
});
resolve.run();

const defaults = suite('the default texts');
defaults('fit the limits of a widget and of a message, in every language', () => {
  for (const { tag } of languages) {
    const { problems } = checkWidget({ name: 'Shop', texts: { byLanguage: { [tag]: defaultTexts[tag] } } });
    assert.equal(problems, [], tag);
    for (const text of Object.values(defaultTexts[tag])) {
      assert.match(text, /^\S(.*\S)?$/);
      assert.ok(text.length <= limits.messageCharacters);
    }
  }
});
defaults.run();
