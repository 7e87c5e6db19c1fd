import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { languages } from '../../../shared/languages.js';
import { limits } from '../../../shared/limits.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { resolveTexts } from '../../../shared/visitor-texts/resolve-texts.js';
import { checkWidget } from '../../../shared/widget-input.js';

const textsOf = (texts: object) => checkWidget({ name: 'Shop', texts }).widget!.texts;

const resolve = suite('resolveTexts');
resolve('gives the defaults of the visitor’s language', () => {
  for (const { tag } of languages) assert.equal(resolveTexts(textsOf({}), tag), defaultTexts[tag], tag);
});
resolve('gives the English ones for a language that the widget does not speak', () => {
  assert.equal(resolveTexts(textsOf({}), 'nl'), defaultTexts.en);
});
resolve('takes what is written for a language in that language only', () => {
  const texts = { byLanguage: { de: { greeting: 'Moin!', title: 'Schnack' } } };
  const { greeting, title, connecting } = resolveTexts(textsOf(texts), 'de-AT');
  assert.equal([greeting, title, connecting], ['Moin!', 'Schnack', defaultTexts.de.connecting]);
  assert.equal(resolveTexts(textsOf(texts), 'en'), defaultTexts.en);
});
resolve('takes a title, welcome and launcher for all languages below those of one language', () => {
  const texts = { title: 'Ask Acme', welcome: 'Hey!', byLanguage: { it: { welcome: 'Ehi!' } } };
  const german = resolveTexts(textsOf(texts), 'de');
  assert.equal([german.title, german.welcome], ['Ask Acme', 'Hey!']);
  const italian = resolveTexts(textsOf(texts), 'it');
  assert.equal([italian.title, italian.welcome], ['Ask Acme', 'Ehi!']);
});
resolve('takes an emptied text for the default', () => {
  const texts = { byLanguage: { de: { greeting: '' } } };
  assert.is(resolveTexts(textsOf(texts), 'de').greeting, defaultTexts.de.greeting);
});
resolve.run();

const defaults = suite('the default texts');
defaults('fit into what a widget and a message may hold, in every language', () => {
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
