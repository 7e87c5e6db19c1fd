import { expect } from '@open-wc/testing';
import { labelNames } from '../../../shared/label-names.js';
import { languages } from '../../../shared/languages.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { en } from '../../../widget/strings/en.js';
import '../../../widget/strings/en-later.js';
import { loadStrings } from '../../../widget/strings/load-strings.js';

/** Of the last of a text's forms: the one for one may say the number itself. */
const blanks = (text: string): string[] =>
  (
    text
      .split('|')
      .pop()!
      .match(/\{\w+\}/g) ?? []
  ).sort();

describe('loadStrings', () => {
  for (const { tag: language } of languages)
    it(`says everything in ${language}, with the same blanks to fill in`, async () => {
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

  it('knows a language in every way of writing its tag', async () => {
    const found = await Promise.all(['DE', 'de-AT', 'de_CH', 'zh_TW', 'pt-PT'].map(loadStrings));
    expect(found.map(({ language }) => language)).to.deep.equal(['de', 'de', 'de', 'zh-CN', 'pt-BR']);
  });

  it('speaks English where it does not know the language, whatever it is called', async () => {
    for (const language of ['tlh', '', 'constructor', '__proto__', 'toString-x'])
      expect(await loadStrings(language)).to.equal(en);
  });

  it('is written from right to left in Arabic', async () => {
    expect((await loadStrings('ar')).direction).to.equal('rtl');
  });
});
