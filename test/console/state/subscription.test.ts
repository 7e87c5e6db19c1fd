import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Subscription } from '../../../console/state/subscription.js';

class Follower extends LitElement {
  static override properties = { source: { attribute: false } };
  declare source: string;
  readonly log: string[] = [];

  constructor() {
    super();
    new Subscription(this, {
      source: () => this.source,
      follow: (source) => {
        this.log.push(`follow ${source}`);
        return [() => this.log.push(`leave ${source}`)];
      },
    });
  }
}
customElements.define('test-follower', Follower);

describe('Subscription', () => {
  it('subscribes once to each source', async () => {
    const element = await fixture<Follower>(html`<test-follower .source=${'one'}></test-follower>`);
    element.requestUpdate();
    await element.updateComplete;
    element.source = 'two';
    await element.updateComplete;
    expect(element.log).to.deep.equal(['follow one', 'leave one', 'follow two']);
  });

  it('unsubscribes while the element is disconnected', async () => {
    const element = await fixture<Follower>(html`<test-follower .source=${'one'}></test-follower>`);
    const place = element.parentElement!;
    element.remove();
    place.append(element);
    await element.updateComplete;
    expect(element.log).to.deep.equal(['follow one', 'leave one', 'follow one']);
  });
});
