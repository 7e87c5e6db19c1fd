import { expect, fixture } from '@open-wc/testing';
import { renderAvatar } from '../../../../console/agent/elements/render-avatar.js';

const letterOf = async (name: string) => (await fixture(renderAvatar(name))).textContent;

describe('the avatar of a person', () => {
  it('is the first letter of the name, in upper case', async () => {
    expect(await letterOf('nina')).to.equal('N');
    expect(await letterOf('  omar')).to.equal('O');
  });

  it('is a whole letter with its accent, or a whole emoji', async () => {
    expect(await letterOf('e\u0301lise')).to.equal('É');
    expect(await letterOf('😀 Sam')).to.equal('😀');
    expect(await letterOf('山田')).to.equal('山');
  });

  it('is empty for a name that is', async () => {
    expect(await letterOf(' ')).to.equal('');
  });

  it('is hidden from screen readers: the name stands beside it', async () => {
    expect((await fixture(renderAvatar('Nina'))).getAttribute('aria-hidden')).to.equal('true');
  });
});
