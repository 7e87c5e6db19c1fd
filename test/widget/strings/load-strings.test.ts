import { expect } from '@open-wc/testing';
import { labelNames } from '../../../shared/label-names.js';
import { languages } from '../../../shared/languages.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { en } from '../../../widget/strings/en.js';
import '../../../widget/strings/en-later.js';
import { loadStrings } from '../../../widget/strings/load-strings.js';

/** Of the last form only: the singular may name the number itself. */
const blanks = (text: string): string[] =>
  (
    text
      .split('|')
      .pop()!
      .match(/\{\w+\}/g) ?? []
  ).sort();

describe('loadStrings', () => {
  for (const { tag: language } of languages)
    it(`has every text in ${language}, with the same placeholders`, async () => {
      const strings = await loadStrings(language);
      expect(strings.language).to.equal(language);
      expect(Object.keys(strings).sort()).to.deep.equal(['direction', 'language', ...labelNames].sort());
      for (const name of labelNames) {
        expect(strings[name], name).to.match(/^\S(.*\S)?$/s);
        expect(strings[name].split('|').length, name).to.be.at.most(2);
        expect(blanks(strings[name]), name).to.deep.equal(blanks(en[name]));
      }
      expect(defaultTexts[language].launcher).to.equal(strings.startChat);
    });

  it('accepts every form of a language tag', async () => {
    const found = await Promise.all(['DE', 'de-AT', 'de_CH', 'zh_TW', 'pt-PT'].map(loadStrings));
    expect(found.map(({ language }) => language)).to.deep.equal(['de', 'de', 'de', 'zh-CN', 'pt-BR']);
  });

  it('falls back to English for an unknown language', async () => {
    for (const language of ['tlh', '', 'constructor', '__proto__', 'toString-x'])
      expect(await loadStrings(language)).to.equal(en);
  });

  it('is written from right to left in Arabic', async () => {
    expect((await loadStrings('ar')).direction).to.equal('rtl');
  });
});
