import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closestLanguage } from '../../shared/languages.js';

const closest = suite('closestLanguage');
closest('finds a language by its primary subtag, in any spelling of the tag', () => {
  for (const [tag, expected] of [
    ['de', 'de'],
    ['DE-at', 'de'],
    ['de_DE', 'de'],
    ['pt-PT', 'pt-BR'],
    ['zh_TW', 'zh-CN'],
  ] as const)
    assert.is(closestLanguage(tag), expected, tag);
});
closest('returns null for other languages, and for names of object members', () => {
  for (const tag of ['tlh', '', 'constructor', '__proto__']) assert.is(closestLanguage(tag), null, tag);
});
closest.run();
