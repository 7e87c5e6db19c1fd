import { expect } from '@open-wc/testing';
import { ReadState } from '../../widget/read-state.js';

describe('ReadState', () => {
  it('begins with nothing read', () => {
    expect(new ReadState()).to.deep.equal({ own: 0, marks: { delivered: 0, read: 0 } });
  });

  it('tells the visitor’s reading apart from that of the others', () => {
    const state = new ReadState();
    state.take({ delivered: 3, read: 2 }, true);
    state.take({ delivered: 5, read: 4 }, false);
    expect(state).to.deep.equal({ own: 2, marks: { delivered: 5, read: 4 } });
  });

  it('takes nothing back, and what is read for delivered', () => {
    const state = new ReadState();
    for (const isOwn of [true, false]) {
      state.take({ delivered: 7, read: 8 }, isOwn);
      state.take({ delivered: 1, read: 1 }, isOwn);
    }
    expect(state).to.deep.equal({ own: 8, marks: { delivered: 8, read: 8 } });
  });
});
