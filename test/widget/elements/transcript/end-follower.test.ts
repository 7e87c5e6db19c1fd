import { expect, fixture, html } from '@open-wc/testing';
import { EndFollower } from '../../../../widget/elements/transcript/end-follower.js';

/** A list of 100 pixels with 500 pixels of content. */
async function openList() {
  const list = await fixture<HTMLElement>(
    html`<div style="height: 100px; overflow-y: auto"><p style="height: 500px; margin: 0"></p></div>`,
  );
  const content = list.firstElementChild as HTMLElement;
  const end = new EndFollower(() => list);
  const scroll = (top: number): void => {
    list.scrollTop = top;
    end.handleScroll();
  };
  const toEnd = (): number => list.scrollHeight - list.scrollTop - list.clientHeight;
  return { list, content, end, scroll, toEnd };
}

describe('EndFollower', () => {
  it('keeps the end in view when the content grows', async () => {
    const { content, end, toEnd } = await openList();
    end.scrollToEnd();
    content.style.height = '800px';
    end.follow();
    expect([toEnd(), end.isAtEnd]).to.deep.equal([0, true]);
  });
  it('keeps the place of a reader who has scrolled up', async () => {
    const { list, content, end, scroll } = await openList();
    end.scrollToEnd();
    scroll(150);
    expect(end.isAtEnd).to.equal(false);
    content.style.height = '800px';
    end.follow();
    expect(list.scrollTop).to.equal(150);
  });
  it('counts a reader near the end as being there', async () => {
    const { end, scroll } = await openList();
    end.scrollToEnd();
    scroll(345);
    expect(end.isAtEnd).to.equal(true);
    scroll(330);
    expect(end.isAtEnd).to.equal(false);
    scroll(390);
    expect(end.isAtEnd, 'the reader is back').to.equal(true);
  });
  it('does not take less room for a reader who scrolls up', async () => {
    const { list, end, toEnd } = await openList();
    end.scrollToEnd();
    list.style.height = '40px';
    list.scrollTop = 300;
    end.handleScroll();
    expect(end.isAtEnd).to.equal(true);
    end.follow();
    expect(toEnd()).to.equal(0);
  });
  it('goes to the end on request', async () => {
    const { end, scroll, toEnd } = await openList();
    end.scrollToEnd();
    scroll(0);
    end.scrollToEnd();
    expect([end.isAtEnd, toEnd()]).to.deep.equal([true, 0]);
  });
});
