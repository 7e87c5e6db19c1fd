import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LoadedState } from '../../../console/state/loaded-state.js';
import { Observable } from '../../../console/state/observable.js';
import type { ServiceRequest } from '../../../console/request/service-request.js';

class Names extends Observable<Pick<Names, 'list'>> {
  list: string[] = [];
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super();
    this.request = request;
  }

  async load(): Promise<void> {
    this.set({ list: (await this.request('GET', '/names')) as string[] });
  }

  add(name: string): void {
    this.set({ list: [...this.list, name] });
  }
}

class NameList extends LitElement {
  static override properties = { request: { attribute: false } };
  declare request: ServiceRequest;
  readonly state = new LoadedState(this, (request) => new Names(request));
  override render() {
    return html`${this.state.value.list.join(' ')}`;
  }
}
customElements.define('test-name-list', NameList);

const answering =
  (...names: string[]): ServiceRequest =>
  async () =>
    names;
const textOf = async (list: NameList) => {
  await Promise.resolve();
  await list.updateComplete;
  return list.shadowRoot!.textContent;
};
const open = (request: ServiceRequest) =>
  fixture<NameList>(html`<test-name-list .request=${request}></test-name-list>`);

describe('LoadedState', () => {
  it('loads the state, and draws the element with each change of it', async () => {
    const list = await open(answering('Ada'));
    expect(await textOf(list)).to.equal('Ada');
    list.state.value.add('Bo');
    expect(await textOf(list)).to.equal('Ada Bo');
  });

  it('loads another state for another request', async () => {
    const list = await open(answering('Ada'));
    list.request = answering('Cleo');
    await list.updateComplete;
    expect(await textOf(list)).to.equal('Cleo');
  });

  it('follows no longer outside of the page, and again in it', async () => {
    const list = await open(answering('Ada'));
    const parent = list.parentElement!;
    list.remove();
    list.state.value.add('Bo');
    expect(list.isUpdatePending).to.equal(false);
    parent.append(list);
    list.state.value.add('Cleo');
    expect(await textOf(list)).to.equal('Ada Bo Cleo');
  });
});
