import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { DeskVoice } from '../../../../../console/agent/elements/desk/desk-voice.js';
import { item, offer } from '../../../../support/console/agent-fixtures.js';
import { FakeHost } from '../../../../support/console/fake-host.js';

function open() {
  const host = new FakeHost();
  const voice = new DeskVoice(host);
  host.connect();
  host.updates = 0;
  const place = document.createElement('div');
  const regions = () => {
    render(voice.render(), place);
    return {
      urgent: place.querySelector('[role="alert"]')!,
      polite: place.querySelector('[role="status"]')!,
    };
  };
  const urgent = () => regions().urgent.textContent;
  const polite = () => regions().polite.textContent.trim();
  return { host, voice, regions, urgent, polite };
}

describe('DeskVoice', () => {
  it('has its regions from the start: one that is added with its text is not read out', () => {
    const { urgent, polite } = open();
    expect([urgent(), polite()]).to.deep.equal(['', '']);
  });

  it('announces an offer once, however often it is shown again', () => {
    const { voice, urgent } = open();
    voice.announceOffers([offer(1)]);
    const first = urgent();
    expect(first).to.contain('New chat from Customer 1');
    voice.announceOffers([offer(1, { latestMessage: 'Hurry up' })]);
    expect(urgent()).to.equal(first);
    voice.announceOffers([offer(1), offer(2)]);
    expect(urgent()).to.contain('Customer 2').and.not.to.contain('Customer 1');
  });

  it('is silent again when nothing rings any more', () => {
    const { voice, urgent } = open();
    voice.announceOffers([offer(1)]);
    voice.announceOffers([]);
    expect(urgent()).to.equal('');
  });

  it('announces offers again on a desk that was put on the page anew', () => {
    const { host, voice, urgent } = open();
    voice.announceOffers([offer(1)]);
    voice.announceOffers([]);
    host.connect();
    voice.announceOffers([offer(1)]);
    expect(urgent()).to.contain('Customer 1');
  });

  it('announces a message with its author, and updates the desk for it', () => {
    const { host, voice, polite } = open();
    voice.announceMessage('Nina', item(1, 'Hello?'));
    expect(polite()).to.equal('Nina: Hello?');
    expect(host.updates).to.equal(1);
  });

  it('announces the same words twice, each time in a new element', () => {
    const { voice, regions } = open();
    voice.announceMessage('Nina', item(1, 'Hello?'));
    const before = regions().polite.firstElementChild;
    voice.announceMessage('Nina', item(2, 'Hello?'));
    const after = regions().polite.firstElementChild;
    expect(after!.textContent).to.equal(before!.textContent);
    expect(after === before).to.equal(false);
  });
});
