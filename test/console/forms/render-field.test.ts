import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { render } from 'lit';
import {
  describedBy,
  renderChoice,
  renderField,
  type Choice,
  type Field,
} from '../../../console/forms/render-field.js';
import { control, type } from '../../support/console/press.js';

const field = (change: Partial<Field> = {}): Field => ({
  name: 'email',
  label: 'E-mail',
  value: '',
  onInput: () => undefined,
  ...change,
});
const choice = (change: Partial<Choice> = {}): Choice => ({
  name: 'role',
  label: 'Role',
  value: 'agent',
  options: [
    { value: 'agent', text: 'Agent' },
    { value: 'admin', text: 'Administrator' },
  ],
  onChoose: () => undefined,
  ...change,
});
/** One form at a time: labels find their fields by id. */
function show(content: unknown): Promise<HTMLElement> {
  fixtureCleanup();
  return fixture<HTMLElement>(html`<form>${content}</form>`);
}
/** What a screen reader says of a control after its name. */
const descriptionOf = (place: HTMLElement, box: HTMLElement) =>
  (box.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => place.querySelector(`#${id}`)!.textContent)
    .join(' ');

describe('a field of a form', () => {
  it('is accessible, with its hint and its error', async () => {
    await expect(
      await show(renderField(field({ hint: 'Your own.', error: 'Enter an e-mail address.' }))),
    ).to.be.accessible();
  });

  it('is described by its hint, then by what is wrong with it', async () => {
    const place = await show(renderField(field({ hint: 'Your own.', error: 'Enter an address.' })));
    const box = control(place, 'E-mail');
    expect(descriptionOf(place, box)).to.equal('Your own. Enter an address.');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
  });

  it('is described by nothing where there is nothing to say', async () => {
    const box = control(await show(renderField(field())), 'E-mail');
    expect([box.hasAttribute('aria-describedby'), box.getAttribute('aria-invalid')]).to.deep.equal([
      false,
      'false',
    ]);
  });

  it('is required unless it is optional', async () => {
    const required = async (change: Partial<Field>) =>
      control(await show(renderField(field(change))), 'E-mail').getAttribute('aria-required');
    expect([await required({}), await required({ isOptional: true })]).to.deep.equal(['true', 'false']);
  });

  it('tells what is typed', async () => {
    const typed: string[] = [];
    const place = await show(renderField(field({ onInput: (value) => typed.push(value) })));
    type(place, 'E-mail', 'nina@shop.example');
    expect(typed).to.deep.equal(['nina@shop.example']);
  });

  it('shows the value of its owner again, whatever was typed', async () => {
    const place = await show('');
    render(renderField(field({ value: 'one' })), place);
    const box = control<HTMLInputElement>(place, 'E-mail');
    box.value = 'typed';
    render(renderField(field({ value: 'one' })), place);
    expect(box.value).to.equal('one');
  });

  it('neither corrects nor capitalises names and addresses, nor fills in what it was not told to', async () => {
    const box = control<HTMLInputElement>(await show(renderField(field())), 'E-mail');
    expect([box.type, box.autocomplete, box.autocapitalize, box.spellcheck]).to.deep.equal([
      'text',
      'off',
      'none',
      false,
    ]);
  });
});

describe('a choice of a form', () => {
  it('is accessible', async () => {
    await expect(await show(renderChoice(choice({ hint: 'What they may do.' })))).to.be.accessible();
  });

  it('shows its options, and the one that is chosen', async () => {
    const box = control<HTMLSelectElement>(await show(renderChoice(choice({ value: 'admin' }))), 'Role');
    expect([...box.options].map(({ text }) => text)).to.deep.equal(['Agent', 'Administrator']);
    expect(box.selectedOptions[0]!.text).to.equal('Administrator');
  });

  it('tells the value of what is chosen', async () => {
    const chosen: string[] = [];
    const box = control<HTMLSelectElement>(
      await show(renderChoice(choice({ onChoose: (value) => chosen.push(value) }))),
      'Role',
    );
    box.value = 'admin';
    box.dispatchEvent(new Event('change'));
    expect(chosen).to.deep.equal(['admin']);
  });

  it('says what is wrong with it', async () => {
    const place = await show(renderChoice(choice({ error: 'Choose a role.' })));
    const box = control(place, 'Role');
    expect([box.getAttribute('aria-invalid'), descriptionOf(place, box)]).to.deep.equal([
      'true',
      'Choose a role.',
    ]);
  });
});

describe('the ids that describe a control', () => {
  it('are those of its hint and its error, as far as there are some', () => {
    expect(describedBy({ name: 'a', label: 'A', hint: 'h', error: 'e' })).to.equal('a-hint a-error');
    expect(describedBy({ name: 'a', label: 'A', error: 'e' })).to.equal('a-error');
    expect(describedBy({ name: 'a', label: 'A', hint: '', error: '' })).not.to.be.a('string');
  });
});
