import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { PreChatField } from '../../../shared/pre-chat-field.js';
import type { ChatIntentEvent } from '../../../widget/events/chat-intent-event.js';
import '../../../widget/forms/define.js';
import type { PreChatForm } from '../../../widget/forms/pre-chat-form.js';

const ask = (change: Partial<PreChatField> & { name: string }): PreChatField => ({
  label: change.name,
  type: 'text',
  required: false,
  options: [],
  link: '',
  ...change,
});
const questions = [
  ask({ name: 'displayName', label: 'Your name' }),
  ask({ name: 'email', label: 'Your e-mail', type: 'email', required: true }),
  ask({ name: 'topic', label: 'Topic', type: 'select', options: ['Order', 'Other'] }),
  ask({
    name: 'terms',
    label: 'I agree',
    type: 'checkbox',
    required: true,
    link: 'https://shop.example/terms',
  }),
];
const open = (change: Partial<PreChatForm> = {}): Promise<PreChatForm> =>
  fixture<PreChatForm>(
    html`<connect-chat-pre-chat-form
      .questions=${change.questions ?? questions}
      .answers=${change.answers ?? {}}
      lead="Welcome"
    ></connect-chat-pre-chat-form>`,
  );
/** Finds a field by its label, as a person does. */
function control<Control = HTMLInputElement>(form: PreChatForm, label: string): Control {
  const labels = [...form.shadowRoot!.querySelectorAll('label')];
  return labels.find(({ textContent }) => textContent.trim().startsWith(label))!.control as Control;
}
async function submit(form: PreChatForm): Promise<void> {
  form.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
  await form.updateComplete;
}
const errors = (form: PreChatForm) =>
  [...form.shadowRoot!.querySelectorAll('.error')].map(({ textContent }) => textContent);

describe('<connect-chat-pre-chat-form>', () => {
  it('is accessible, at first and with errors', async () => {
    const form = await open();
    await expect(form).to.be.accessible();
    await submit(form);
    await expect(form).to.be.accessible();
  });

  it('marks optional questions', async () => {
    const form = await open();
    const labels = [...form.shadowRoot!.querySelectorAll('label')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(labels).to.deep.equal(['Your name (optional)', 'Your e-mail', 'Topic (optional)', 'I agree']);
  });

  it('shows an error beside each invalid answer, focuses the first, and starts no chat', async () => {
    const form = await open();
    let isAsked = false;
    form.addEventListener('connect-chat-intent', () => (isAsked = true));
    await submit(form);
    expect(errors(form)).to.deep.equal(['Please fill this in.', 'Please tick this box to continue.']);
    const email = control(form, 'Your e-mail');
    expect(form.shadowRoot!.activeElement).to.equal(email);
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    const described = form.shadowRoot!.getElementById(email.getAttribute('aria-describedby')!)!;
    expect(described.textContent).to.equal('Please fill this in.');
    expect(isAsked).to.equal(false);
  });

  it('removes the error when the answer is valid', async () => {
    const form = await open();
    await submit(form);
    const email = control(form, 'Your e-mail');
    email.value = 'cleo@shop.example';
    email.dispatchEvent(new Event('input', { bubbles: true }));
    await form.updateComplete;
    expect(errors(form)).to.deep.equal(['Please tick this box to continue.']);
  });

  it('dispatches the answers, trimmed and without empty ones', async () => {
    const form = await open();
    control(form, 'Your e-mail').value = ' cleo@shop.example ';
    control<HTMLSelectElement>(form, 'Topic').value = 'Order';
    control(form, 'I agree').checked = true;
    const said = oneEvent(form, 'connect-chat-intent');
    await submit(form);
    const { intent } = (await said) as unknown as ChatIntentEvent;
    expect(intent).to.deep.equal({
      type: 'answers',
      answers: { email: 'cleo@shop.example', topic: 'Order', terms: 'true' },
    });
  });

  it('shows known answers', async () => {
    const form = await open({ answers: { email: 'a@b.example', topic: 'Other', terms: 'true' } });
    expect(control(form, 'Your e-mail').value).to.equal('a@b.example');
    expect(control<HTMLSelectElement>(form, 'Topic').value).to.equal('Other');
    expect(control(form, 'I agree').checked).to.equal(true);
  });

  it('has autocomplete hints', async () => {
    const form = await open();
    const kinds = ['Your name', 'Your e-mail'].map((label) => control(form, label).autocomplete);
    expect(kinds).to.deep.equal(['name', 'email']);
  });

  it('links to the terms in a new tab, with web addresses only', async () => {
    const form = await open();
    const link = form.shadowRoot!.querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://shop.example/terms',
      '_blank',
      'noopener noreferrer',
    ]);
    const hostile = await open({
      questions: [ask({ name: 'terms', type: 'checkbox', link: 'javascript:alert(1)' })],
    });
    expect(hostile.shadowRoot!.querySelector('a')).to.equal(null);
  });
});
