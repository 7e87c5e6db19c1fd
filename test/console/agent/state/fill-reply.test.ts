import { expect } from '@open-wc/testing';
import { fillReply } from '../../../../console/agent/state/fill-reply.js';
import { card } from '../../../support/console/agent-fixtures.js';

const nina = card(1, {
  name: 'Nina',
  attributes: { verified: { tier: 'gold' }, unverified: { tier: 'lead', order: '{{agent.name}}' } },
});
const fill = (text: string) => fillReply(text, nina, 'Maria');

describe('fillReply', () => {
  it('fills in names, page and attributes, the verified ones first', () => {
    const text = 'Hi {{customer.name}}, {{ agent.name }} here. {{page.title}} {{page}} {{attribute.tier}}';
    expect(fill(text)).to.deep.equal({
      text: 'Hi Nina, Maria here. Your basket https://shop.example/basket gold',
      missing: undefined,
    });
  });

  it('marks the first value that is not known, to be filled in', () => {
    const { text, missing } = fill('Order {{attribute.number}} of {{attribute.day}}, {{unknown}}');
    expect(text).to.equal('Order [attribute.number] of [attribute.day], [unknown]');
    expect(text.slice(...missing!)).to.equal('[attribute.number]');
  });

  it('fills in nothing of what a customer wrote, and no name that every object has', () => {
    expect(fill('{{attribute.order}}').text).to.equal('{{agent.name}}');
    expect(fill('{{attribute.constructor}}').text).to.equal('[attribute.constructor]');
  });

  it('leaves everything else as it is', () => {
    expect(fill('{{ }} {x} }}{{').text).to.equal('{{ }} {x} }}{{');
  });
});
