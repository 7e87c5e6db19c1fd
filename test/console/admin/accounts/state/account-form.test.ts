import { expect } from '@open-wc/testing';
import {
  checkForm,
  toBody,
  toField,
  toForm,
  type Account,
} from '../../../../../console/admin/accounts/state/account-form.js';
import { limits } from '../../../../../shared/limits.js';

const maria: Account = {
  agentId: 'a2',
  username: 'maria',
  displayName: 'Maria',
  role: 'agent',
  queues: ['default', 'sales'],
  maxChats: 3,
  pictureUrl: '',
  disabled: false,
};

describe('the form of an account', () => {
  it('defaults to an agent of the default queue with three chats at once', () => {
    expect(toForm()).to.deep.include({ role: 'agent', queues: ['default'], maxChats: '3', password: '' });
  });

  it('has an error for each invalid field', () => {
    const form = { ...toForm(), username: ' ', displayName: '', password: 'x', maxChats: '51' };
    expect(Object.keys(checkForm(form, true))).to.have.members([
      'username',
      'displayName',
      'password',
      'maxChats',
    ]);
  });

  it('accepts a password of minimum length, and requires none for an existing account', () => {
    const form = { ...toForm(maria), password: 'x'.repeat(limits.passwordCharacters) };
    expect(checkForm(form, true)).to.deep.equal({});
    expect(checkForm({ ...form, password: '' }, false)).to.deep.equal({});
  });

  for (const maxChats of ['', '0', '1.5', '-1', 'many', '51'])
    it(`refuses "${maxChats}" chats at once`, () => {
      expect(checkForm({ ...toForm(maria), maxChats }, false)).to.have.keys('maxChats');
    });

  it('accepts an https:// address of a picture, or none', () => {
    for (const pictureUrl of ['', ' https://shop.example/ada.png '])
      expect(checkForm({ ...toForm(maria), pictureUrl }, false)).to.deep.equal({});
    for (const pictureUrl of [
      'ada.png',
      'http://shop.example/ada.png',
      'https://a b',
      `https://${'a'.repeat(2_041)}`,
    ])
      expect(checkForm({ ...toForm(maria), pictureUrl }, false)).to.have.keys('pictureUrl');
    expect(toBody({ ...toForm(maria), pictureUrl: ' https://shop.example/a.png' }, maria)).to.deep.equal({
      pictureUrl: 'https://shop.example/a.png',
    });
  });

  it('sends only changed members; the order of queues does not matter', () => {
    expect(toBody(toForm(maria), maria)).to.deep.equal({});
    expect(toBody({ ...toForm(maria), queues: ['sales', 'default'] }, maria)).to.deep.equal({});
    expect(toBody({ ...toForm(maria), queues: ['sales'], maxChats: '5' }, maria)).to.deep.equal({
      queues: ['sales'],
      maxChats: 5,
    });
  });

  it('maps a refusal to its field', () => {
    const fieldOf = (code: string, pointer?: string) => toField({ code, pointer });
    expect(fieldOf('USERNAME_TAKEN')).to.equal('username');
    expect(fieldOf('REQUEST_INVALID', '/displayName')).to.equal('displayName');
    expect(fieldOf('REQUEST_INVALID', '/queues/0')).to.equal('queues');
    expect(fieldOf('REQUEST_INVALID', '/other')).to.equal(undefined);
    expect(fieldOf('UNREACHABLE')).to.equal(undefined);
  });
});
