import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LoadedModel } from '../../../console/state/loaded-model.js';
import { Model } from '../../../console/state/model.js';
import type { ServiceRequest } from '../../../console/request/service-request.js';

class Names extends Model<{ list: string[] }> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ list: [] });
    this.request = request;
  }

  async load(): Promise<void> {
    const list = (await this.request('GET', '/names')) as string[];
    this.change(() => ({ list }));
  }

  add(name: string): void {
    this.change(({ list }) => ({ list: [...list, name] }));
  }
}

class NameList extends LitElement {
  static override properties = { request: { attribute: false } };
  declare request: ServiceRequest;
  readonly names = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new Names(this.request),
  });
  override render() {
    return html`${this.names.value.snapshot.list.join(' ')}`;
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

describe('LoadedModel', () => {
  it('loads the model, and updates the element after each change', async () => {
    const list = await open(answering('Ada'));
    expect(await textOf(list)).to.equal('Ada');
    list.names.value.add('Bo');
    expect(await textOf(list)).to.equal('Ada Bo');
  });

  it('creates another model when an input changes', async () => {
    const list = await open(answering('Ada'));
    list.request = answering('Cleo');
    await list.updateComplete;
    expect(await textOf(list)).to.equal('Cleo');
  });

  it('stops following the model while disconnected', async () => {
    const list = await open(answering('Ada'));
    const parent = list.parentElement!;
    list.remove();
    list.names.value.add('Bo');
    expect(list.isUpdatePending).to.equal(false);
    parent.append(list);
    list.names.value.add('Cleo');
    expect(await textOf(list)).to.equal('Ada Bo Cleo');
  });
});
