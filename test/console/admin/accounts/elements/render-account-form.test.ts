import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import {
  renderAccountFields,
  type AccountFields,
} from '../../../../../console/admin/accounts/elements/render-account-form.js';
import { toForm, type AccountForm } from '../../../../../console/admin/accounts/state/account-form.js';
import { control, named, readingOf, type } from '../../../../support/console/press.js';

const queues = [
  { queueId: 'default', name: 'Everybody' },
  { queueId: 'sales', name: 'Sales' },
];
/** Replaces the dialog around the fields: keeps what is typed, and renders them again. */
async function open(change: Partial<AccountFields> = {}) {
  const place = await fixture<HTMLElement>(html`<form></form>`);
  const owner = { form: toForm() };
  const draw = () =>
    render(
      renderAccountFields({
        form: owner.form,
        errors: {},
        isKnown: false,
        isOwn: false,
        queues,
        onInput: (input: Partial<AccountForm>) => {
          owner.form = { ...owner.form, ...input };
          draw();
        },
        ...change,
      }),
      place,
    );
  draw();
  return { place, owner };
}
const ticked = (place: HTMLElement) =>
  queues.filter(({ name }) => control<HTMLInputElement>(place, name).checked).map(({ name }) => name);

describe('the fields of an account', () => {
  it('are accessible, with an error at every one', async () => {
    const wrong = 'Wrong.';
    const { place } = await open({
      errors: {
        username: wrong,
        displayName: wrong,
        password: wrong,
        queues: wrong,
        maxChats: wrong,
        pictureUrl: wrong,
      },
    });
    await expect(place).to.be.accessible();
  });

  it('ask for a password only while the account is new', async () => {
    expect(named((await open()).place, 'Password')).to.have.length(1);
    expect(named((await open({ isKnown: true })).place, 'Password')).to.have.length(0);
  });

  it('let nobody change the own role', async () => {
    const { place } = await open();
    const roles = [...control<HTMLSelectElement>(place, 'Role').options].map(({ text }) => text);
    expect(roles).to.deep.equal(['Administrator', 'Supervisor', 'Agent']);
    expect(named((await open({ isOwn: true })).place, 'Role')).to.have.length(0);
  });

  it('begin with the default queue, which can be exchanged for others', async () => {
    const { place, owner } = await open();
    expect(ticked(place)).to.deep.equal(['Everybody']);
    control(place, 'Sales').click();
    control(place, 'Everybody').click();
    expect([ticked(place), owner.form.queues]).to.deep.equal([['Sales'], ['sales']]);
  });

  it('mark every queue where the choice of queues is refused', async () => {
    const { place } = await open({ errors: { queues: 'Choose a queue.' } });
    const group = place.querySelector('fieldset')!;
    expect(group.getAttribute('aria-describedby')).to.equal('queues-error');
    expect(readingOf(group)).to.contain('Choose a queue.');
    for (const { name } of queues) expect(control(place, name).getAttribute('aria-invalid')).to.equal('true');
  });

  it('tell what is typed under the name of the field', async () => {
    const { place, owner } = await open();
    type(place, 'Username', 'nina');
    type(place, 'Name', 'Nina');
    type(place, 'Chats at once', '5');
    type(place, 'Picture', 'https://shop.example/nina.png');
    const { username, displayName, maxChats, pictureUrl } = owner.form;
    expect([username, displayName, maxChats, pictureUrl]).to.deep.equal([
      'nina',
      'Nina',
      '5',
      'https://shop.example/nina.png',
    ]);
  });
});
