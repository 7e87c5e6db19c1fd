import { expect } from '@open-wc/testing';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { waitUntil } from '../../support/wait-until.js';

describe('the menu of an open chat', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://menu.example')));
  afterEach(() => site.leave());
  const { features } = fakeConfiguration;

  it('opens and closes by its button, and returns the focus', async () => {
    const visitor = await openChat(site);
    await visitor.press('More');
    await waitUntil(() => visitor.focus() === 'Turn sound off');
    expect((await visitor.finds('More')).getAttribute('aria-expanded')).to.equal('true');
    await visitor.press('More');
    await waitUntil(() => visitor.focus() === 'More');
    expect(visitor.find('Turn sound off')).to.equal(undefined);
  });

  it('closes by Escape before the panel', async () => {
    const visitor = await openChat(site);
    await visitor.press('More');
    await waitUntil(() => visitor.focus() === 'Turn sound off');
    await visitor.key('Escape');
    expect([visitor.find('Turn sound off'), visitor.widget.open]).to.deep.equal([undefined, true]);
    await visitor.key('Escape');
    expect(visitor.widget.open).to.equal(false);
  });

  it('turns the sound off, also for the next page', async () => {
    const visitor = await openChat(site);
    await visitor.press('More');
    await visitor.press('Turn sound off');
    await visitor.press('More');
    await visitor.finds('Turn sound on');
    visitor.widget.remove();
    await Promise.resolve();
    const next = await site.visit();
    await next.widget.show();
    await next.press('More');
    await next.press('Turn sound on');
    await next.press('More');
    await next.finds('Turn sound off');
  });

  it('offers the transcript when it is not empty', async () => {
    const visitor = await openChat(site);
    await visitor.press('More');
    expect(visitor.find('Copy transcript')).to.equal(undefined);
    await visitor.press('More');
    site.chat.say(2, 'Hello');
    await visitor.reads('Hello');
    await visitor.press('More');
    await visitor.finds('Copy transcript');
    await visitor.finds('Save transcript');
  });

  it('copies the transcript, and confirms it', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'Hello');
    await visitor.reads('Hello');
    let copied = '';
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    try {
      await visitor.press('More');
      await visitor.press('Copy transcript');
      await visitor.reads('Copied');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    expect(copied).to.match(/^Chat with us\n\n\[[^\]]+\] Ada: Hello\n$/);
  });

  it('is missing if it would be empty', async () => {
    const visitor = await openChat(site, {}, { features: { ...features, sound: false, transcript: false } });
    expect(visitor.find('More')).to.equal(undefined);
  });
});
