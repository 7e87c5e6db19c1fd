import { expect } from '@open-wc/testing';
import { takeToken } from '../../../console/setup/take-token.js';

const addressOf = (hash: string) => ({ hash, pathname: '/setup/', search: '?a=1' }) as Location;

describe('taking the set-up token out of the address', () => {
  it('returns the hash, and keeps the rest of the address', () => {
    const replaced: unknown[] = [];
    const history = { state: null, replaceState: (...words: unknown[]) => replaced.push(words[2]) };
    expect(takeToken(addressOf('#abc_-1'), history as unknown as History)).to.equal('abc_-1');
    expect(replaced).to.deep.equal(['/setup/?a=1']);
  });

  it('keeps an address without a token', () => {
    const history = { replaceState: () => expect.fail('replaced') };
    expect(takeToken(addressOf(''), history as unknown as History)).to.equal('');
  });
});
