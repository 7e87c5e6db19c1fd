import { expect } from '@open-wc/testing';
import type { PreChatField } from '../../../shared/pre-chat-field.js';
import { openQuestions } from '../../../widget/forms/open-questions.js';

const email: PreChatField = {
  name: 'email',
  label: 'E-mail',
  type: 'email',
  required: true,
  options: [],
  link: '',
};
const note: PreChatField = { ...email, name: 'note', type: 'text', required: false };

describe('openQuestions', () => {
  it('does not ask for what the page knows', () => {
    expect(openQuestions([email, note], { email: 'a@b.example' })).to.deep.equal([note]);
  });
  it('asks if the page’s value is no valid answer', () => {
    expect(openQuestions([email], { email: 'nobody' })).to.deep.equal([email]);
  });
  it('returns the same array for the same arguments', () => {
    const questions = [email, note];
    expect(openQuestions(questions, {})).to.equal(openQuestions(questions, {}));
  });
});
