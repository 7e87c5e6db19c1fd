import { expect } from '@open-wc/testing';
import { readPastedToken } from '../../../../../console/admin/widgets/code/read-pasted-token.js';

const token = 'aa.bb.cc';
const problemOf = (text: string): string => {
  const read = readPastedToken(text);
  return read.ok ? '' : read.problem;
};

describe('reading a pasted token', () => {
  for (const text of [
    token,
    ` ${token}\n`,
    `"${token}"`,
    `{"data":"${token}"}`,
    `{"token": "${token}"}\n`,
    `Bearer ${token}`,
    `Authorization: bearer ${token}`,
  ])
    it(`finds it in ${JSON.stringify(text)}`, () =>
      expect(readPastedToken(text)).to.deep.equal({ ok: true, token }));

  it('explains what to paste, or what the endpoint should return', () => {
    expect(problemOf(' ')).to.equal('Paste a token first.');
    expect(problemOf('<!doctype html>')).to.contain('web page');
    expect(problemOf('{"jwt":"aa.bb.cc"}')).to.contain('"data"');
    expect(problemOf('{"data":null}')).to.contain('holds no token');
    expect(problemOf('{"token":""}')).to.contain('"token" holds no token');
  });
});
