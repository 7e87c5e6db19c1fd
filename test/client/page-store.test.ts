import { expect } from '@open-wc/testing';
import { createPageStore } from '../../client/page-store.js';

const address = { serviceUrl: 'https://store.example', widgetId: 'w1' };
const message = (clientToken: string, createdAt: number) => ({
  clientToken,
  contentType: 'text/plain',
  content: clientToken,
  createdAt,
});

describe('createPageStore', () => {
  afterEach(() => createPageStore(address).clear());

  it('leaves nothing behind by looking', () => {
    expect(createPageStore(address).readChat()).to.equal(undefined);
    expect(Object.keys(localStorage).filter((key) => key.includes('store.example'))).to.deep.equal([]);
  });
  it('keeps a chat, messages in the order in which they were said, and the draft', async () => {
    const one = createPageStore(address);
    one.writeChat({ startToken: 's', participantToken: 'p' });
    await one.addMessage(message('b', 2));
    await one.addMessage(message('a', 1));
    await one.addMessage(message('c', 3));
    await one.removeMessage('c');
    await one.writeDraft('half a thou');
    const other = createPageStore(address);
    expect(other.readChat()).to.deep.equal({ startToken: 's', participantToken: 'p' });
    expect((await other.readMessages()).map(({ content }) => content)).to.deep.equal(['a', 'b']);
    expect(await other.readDraft()).to.equal('half a thou');
  });
  it('keeps widgets apart, and forgets one without the others', async () => {
    const one = createPageStore(address);
    const other = createPageStore({ ...address, widgetId: 'w2' });
    await one.addMessage(message('one', 1));
    await other.addMessage(message('other', 1));
    await one.clear();
    expect(await one.readMessages()).to.deep.equal([]);
    expect(await other.readMessages()).to.have.length(1);
    await other.clear();
  });
  it('holds the database no longer than it must: a page that is put aside ends nothing that waits for it', async () => {
    const { transaction: open } = IDBDatabase.prototype;
    const { commit } = IDBTransaction.prototype;
    const transactions = new Set<IDBTransaction>();
    IDBDatabase.prototype.transaction = function (...args) {
      const transaction = open.apply(this, args);
      transactions.add(transaction);
      return transaction;
    };
    let committed = 0;
    IDBTransaction.prototype.commit = function () {
      committed += 1;
      transactions.delete(this);
      commit.apply(this);
    };
    try {
      const store = createPageStore(address);
      await store.addMessage(message('a', 1));
      expect(await store.readMessages()).to.have.length(1);
      await store.removeMessage('a');
      expect(committed).to.equal(3);
      expect([...transactions]).to.deep.equal([]);
    } finally {
      IDBDatabase.prototype.transaction = open;
      IDBTransaction.prototype.commit = commit;
    }
  });
  it('keeps things for as long as the page lives where storage is denied', async () => {
    const { localStorage: storage, indexedDB: database } = window;
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied, configurable: true });
    Object.defineProperty(window, 'indexedDB', { get: denied, configurable: true });
    try {
      const store = createPageStore(address);
      store.writeChat({ startToken: 's' });
      await store.addMessage(message('a', 1));
      await store.writeDraft('half');
      expect(store.readChat()).to.deep.equal({ startToken: 's' });
      expect(await store.readMessages()).to.have.length(1);
      expect(await store.readDraft()).to.equal('half');
      await store.clear();
      expect(store.readChat()).to.equal(undefined);
    } finally {
      Object.defineProperty(window, 'localStorage', { value: storage, configurable: true });
      Object.defineProperty(window, 'indexedDB', { value: database, configurable: true });
    }
  });
});
