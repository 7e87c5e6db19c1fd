import { expect } from '@open-wc/testing';
import { answersOf, labelOf } from '../../../../console/agent/state/contact-answers.js';
import { card } from '../../../support/console/agent-fixtures.js';

const questions = [
  { name: 'displayName', label: 'Your name', type: 'text' },
  { name: 'topic', label: 'Topic:', type: 'select' },
  { name: 'consent', label: 'Consent', type: 'checkbox' },
] as const;
const answers = (unverified: Record<string, string>, asked = questions.slice()) =>
  answersOf(card(1, { attributes: { verified: {}, unverified }, questions: asked })).map(
    ({ label, value }) => `${label}: ${value}`,
  );

describe('answersOf', () => {
  it('have the labels of the questions, in their order, and text for a checkbox', () => {
    expect(answers({ consent: 'true', topic: 'Order' })).to.deep.equal(['Topic: Order', 'Consent: Yes']);
    expect(answers({ consent: '' })).to.deep.equal(['Consent: No']);
  });
  it('are followed by other attributes under their names', () => {
    expect(answers({ cart: '3', topic: 'Order' })).to.deep.equal(['Topic: Order', 'cart: 3']);
  });
  it('leave out the customer’s name, but not a different one', () => {
    expect(answers({ displayName: 'Customer 1' })).to.deep.equal([]);
    expect(answers({ displayName: 'Somebody' })).to.deep.equal(['Your name: Somebody']);
  });
  it('work for the cards of older services, which have no questions', () => {
    expect(
      answersOf(card(1, { attributes: { verified: {}, unverified: { topic: 'Order' } } })),
    ).to.deep.equal([{ name: 'topic', label: 'topic', value: 'Order', isAnswer: false }]);
  });
});

describe('labelOf', () => {
  it("is the question's, or the name", () => {
    expect(labelOf(card(1, { questions }), 'consent')).to.equal('Consent');
    expect(labelOf(card(1), 'plan')).to.equal('plan');
  });
});
