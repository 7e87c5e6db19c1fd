import { expect } from '@open-wc/testing';
import { Model } from '../../../console/state/model.js';

class Counter extends Model<{ readonly count: number }> {
  add(amount: number): void {
    this.change((before) => (amount === 0 ? before : { count: before.count + amount }));
  }
}

describe('Model', () => {
  it('replaces its snapshot, and leaves the previous one unchanged', () => {
    const counter = new Counter({ count: 1 });
    const before = counter.snapshot;
    counter.add(2);
    expect([before.count, counter.snapshot.count]).to.deep.equal([1, 3]);
  });

  it('notifies of each change, but not of the same snapshot', () => {
    const counter = new Counter({ count: 1 });
    const heard: number[] = [];
    counter.onChange(() => heard.push(counter.snapshot.count));
    counter.add(1);
    counter.add(0);
    counter.add(1);
    expect(heard).to.deep.equal([2, 3]);
  });

  it('does not call a listener that has unsubscribed', () => {
    const counter = new Counter({ count: 1 });
    const undo = counter.onChange(() => expect.fail('was told'));
    undo();
    counter.add(1);
    expect(counter.snapshot.count).to.equal(2);
  });
});
