import { expect } from '@open-wc/testing';
import { keepOrder, orderChats } from '../../../console/agent/order-chats.js';
import { chat, item, ownItem } from '../../support/console/agent-fixtures.js';

const ids = (chats: { contactId: string }[]): string[] =>
  chats.map(({ contactId }) => contactId.replace('contact-', ''));

describe('orderChats', () => {
  it('puts who waits longest first, then who spoke last, then the rest', () => {
    const answered = chat(1, [item(2, 'hello'), ownItem(9, 'hi')]);
    const waitsShort = chat(2, [item(8, 'hello')]);
    const waitsLong = chat(3, [item(3, 'hello')]);
    const read = chat(4, [item(5, 'hello')], { unread: 0, read: 5 });
    expect(ids(orderChats([{ ...answered, unread: 0 }, waitsShort, waitsLong, read]))).to.deep.equal([
      '3',
      '2',
      '4',
      '1',
    ]);
  });
  it('leaves rows where they are while they are held', () => {
    const chats = [chat(1), chat(2, [item(3, 'hello')]), chat(3)];
    expect(ids(keepOrder(chats, ['contact-3', 'contact-1']))).to.deep.equal(['3', '1', '2']);
  });
});
