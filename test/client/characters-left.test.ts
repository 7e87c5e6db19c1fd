import { expect } from '@open-wc/testing';
import { charactersLeft } from '../../client/characters-left.js';
import { limits } from '../../shared/limits.js';

const { longMessageBytes: bytes, messageCharacters: characters } = limits;

describe('charactersLeft', () => {
  it('counts characters as a message’s limit does', () => {
    expect(charactersLeft('', false)).to.equal(characters);
    expect(charactersLeft('é'.repeat(characters), false)).to.equal(0);
    expect(charactersLeft('x'.repeat(characters + 6), false)).to.equal(-6);
  });
  it('counts a long one’s bytes, as characters such as it has', () => {
    expect(charactersLeft('', true)).to.equal(bytes);
    expect(charactersLeft('x'.repeat(bytes - 10), true)).to.equal(10);
    expect(charactersLeft('x'.repeat(bytes + 10), true)).to.equal(-10);
    // Three bytes each.
    expect(charactersLeft('日'.repeat(bytes / 4), true)).to.equal(Math.floor(bytes / 3 - bytes / 4));
  });
  it('is below nothing for whatever is too long, be it by one byte, and not for what fits', () => {
    for (const [text, isTooLong] of [
      ['é'.repeat(bytes / 2), false],
      [`${'é'.repeat(bytes / 2)}x`, true],
      [`${'é'.repeat(bytes / 2 - 1)}x`, false],
      [`${'日'.repeat(Math.floor(bytes / 3))}x`, false],
      [`${'日'.repeat(Math.floor(bytes / 3))}xy`, true],
    ] as const)
      expect(charactersLeft(text, true) < 0).to.equal(isTooLong);
  });
});
