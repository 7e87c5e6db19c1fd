import { expect } from '@open-wc/testing';
import { followViewport } from '../../../widget/page/follow-viewport.js';

describe('followViewport', () => {
  const own = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
  let seen: EventTarget & { height: number; offsetTop: number; scale: number };
  let element: HTMLElement;
  let undo: () => void;
  beforeEach(() => {
    seen = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: seen, configurable: true });
    element = document.createElement('div');
    undo = followViewport(element);
  });
  afterEach(() => {
    undo();
    Object.defineProperty(window, 'visualViewport', own);
  });
  const told = () =>
    ['height', 'top', 'bottom'].map((name) => element.style.getPropertyValue(`--viewport-${name}`));
  const change = (to: Partial<typeof seen>, by = 'resize'): void => {
    Object.assign(seen, to).dispatchEvent(new Event(by));
  };

  it('sets the visible part of the page at once', () => {
    expect(told()).to.deep.equal([`${innerHeight}px`, '0px', '0px']);
  });

  it('sets the part that the keyboard covers, and how far the page was scrolled for it', () => {
    change({ height: innerHeight - 200 });
    expect(told()).to.deep.equal([`${innerHeight - 200}px`, '0px', '200px']);
    change({ offsetTop: 50 }, 'scroll');
    expect(told()).to.deep.equal([`${innerHeight - 200}px`, '50px', '150px']);
  });

  it('sets nothing while the visitor has zoomed in', () => {
    change({ scale: 2, height: innerHeight / 2 });
    expect(told()).to.deep.equal(['', '', '']);
  });

  it('stops when the returned function is called', () => {
    undo();
    change({ height: 1 });
    expect(told()[0]).to.equal(`${innerHeight}px`);
  });
});
