import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FormSubmission } from '../../../console/forms/form-submission.js';
import { ServiceRefusal } from '../../../console/request/service-request.js';
import { settle } from '../../support/console/press.js';

type Name = 'street' | 'town';

class AddressForm extends LitElement {
  readonly form = new FormSubmission<Name>(this, {
    fieldOf: ({ pointer }) => (pointer === '/town' ? 'town' : undefined),
    focusOnProblem: '#again',
  });
  override render() {
    const { errors, problem, isBusy } = this.form.state;
    return html`<p>${problem}${isBusy ? 'Busy' : ''}</p>
      ${(['street', 'town'] as const).map(
        (name) => html`<input id=${name} aria-invalid=${errors[name] ? 'true' : 'false'} />`,
      )}
      <button id="again">Again</button>`;
  }
}
customElements.define('test-address-form', AddressForm);

const open = () => fixture<AddressForm>(html`<test-address-form></test-address-form>`);
const textOf = (element: AddressForm) => element.shadowRoot!.querySelector('p')!.textContent;
const focusedId = (element: AddressForm) => element.shadowRoot!.activeElement?.id;
const refusing = (pointer?: string) => async () => {
  throw new ServiceRefusal('REQUEST_INVALID', 400, 'No.', { pointer });
};

describe('FormSubmission', () => {
  it('sends nothing while a field is invalid, and focuses the first invalid field', async () => {
    const element = await open();
    await element.form.submit({
      errors: { town: 'Enter a town.', street: 'Enter a street.' },
      send: async () => expect.fail('was sent'),
    });
    expect(focusedId(element)).to.equal('street');
  });

  it('sends once, however often it is submitted in the meantime', async () => {
    const element = await open();
    let sent = 0;
    let answer: () => void = () => undefined;
    const send = () => {
      sent += 1;
      return new Promise<void>((resolve) => (answer = resolve));
    };
    void element.form.submit({ errors: {}, send });
    void element.form.submit({ errors: {}, send });
    await settle();
    expect([sent, textOf(element)]).to.deep.equal([1, 'Busy']);
    answer();
    await settle();
    expect([sent, textOf(element)]).to.deep.equal([1, '']);
    void element.form.submit({ errors: {}, send });
    expect(sent).to.equal(2);
  });

  it('focuses the field of a refusal', async () => {
    const element = await open();
    await element.form.submit({ errors: {}, send: refusing('/town') });
    expect(element.form.state.errors).to.deep.equal({ town: 'No.' });
    expect([focusedId(element), textOf(element)]).to.deep.equal(['town', '']);
  });

  it('shows any other refusal above the form until the next attempt', async () => {
    const element = await open();
    await element.form.submit({ errors: {}, send: refusing() });
    expect([focusedId(element), textOf(element)]).to.deep.equal(['again', 'No.']);
    await element.form.submit({ errors: {}, send: async () => undefined });
    await settle();
    expect(textOf(element)).to.equal('');
  });

  it('has a message for an unknown error', async () => {
    const element = await open();
    await element.form.submit({ errors: {}, send: () => Promise.reject(new TypeError('x is undefined')) });
    expect(element.form.state.problem).to.equal('Something went wrong on our side. Try again in a moment.');
  });
});
