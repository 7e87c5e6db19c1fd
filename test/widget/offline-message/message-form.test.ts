import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/offline-message/define.js';
import type { MessageForm } from '../../../widget/offline-message/message-form.js';
import type { LeaveEvent, LeftMessage } from '../../../widget/events/leave-event.js';

const empty: LeftMessage = { name: '', email: '', message: '' };
const open = (known: LeftMessage = empty): Promise<MessageForm> =>
  fixture<MessageForm>(
    html`<connect-chat-message-form lead="We are closed." .known=${known}></connect-chat-message-form>`,
  );
/** Finds a field by its label, as a person does. */
function control(form: MessageForm, label: string): HTMLInputElement {
  const labels = [...form.shadowRoot!.querySelectorAll('label')];
  return labels.find(({ textContent }) => textContent.trim().startsWith(label))!.control as HTMLInputElement;
}
async function fill(form: MessageForm, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    control(form, label).value = value;
    control(form, label).dispatchEvent(new Event('input', { bubbles: true }));
  }
  await form.updateComplete;
}
async function submit(form: MessageForm): Promise<LeftMessage | undefined> {
  let left: LeftMessage | undefined;
  form.addEventListener('connect-chat-leave', (event) => (left = (event as LeaveEvent).left), { once: true });
  form.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
  await form.updateComplete;
  return left;
}
const errors = (form: MessageForm) =>
  [...form.shadowRoot!.querySelectorAll('.error')].map(({ textContent }) => textContent);

describe('<connect-chat-message-form>', () => {
  it('is accessible, at first and with errors', async () => {
    const form = await open();
    await expect(form).to.be.accessible();
    await submit(form);
    await expect(form).to.be.accessible();
  });

  it('says why there is no chat', async () => {
    expect((await open()).shadowRoot!.querySelector('.lead')!.textContent).to.equal('We are closed.');
  });

  it('dispatches what the visitor wrote', async () => {
    const form = await open();
    await fill(form, { Name: ' Cleo ', Email: 'cleo@example.com', 'Your message': 'Call me,\nplease ' });
    expect(await submit(form)).to.deep.equal({
      name: 'Cleo',
      email: 'cleo@example.com',
      message: 'Call me,\nplease',
    });
  });

  it('requires the email address and the message, not the name', async () => {
    const form = await open();
    expect(await submit(form)).to.equal(undefined);
    expect(errors(form)).to.deep.equal(['Please fill this in.', 'Please fill this in.']);
    expect(form.shadowRoot!.activeElement).to.equal(control(form, 'Email'));
    const { attributes } = control(form, 'Email');
    expect(attributes.getNamedItem('aria-describedby')!.value).to.equal('error-email');
    await fill(form, { Email: 'cleo@example.com', 'Your message': 'Call me' });
    expect(errors(form)).to.deep.equal([]);
    expect((await submit(form))!.name).to.equal('');
  });

  it('validates the email address as the service does, and allows 1,024 characters', async () => {
    const form = await open();
    await fill(form, { Email: 'cleo', 'Your message': 'x'.repeat(1025) });
    await submit(form);
    expect(errors(form)).to.deep.equal([
      'Please enter an email address such as name@example.com.',
      'It’s too long.',
    ]);
  });

  it('is prefilled with known values', async () => {
    const known = { name: 'Cleo', email: 'cleo@example.com', message: 'Call me' };
    expect(await submit(await open(known))).to.deep.equal(known);
  });

  it('focuses its first field', async () => {
    const form = await open();
    form.focus();
    await form.updateComplete;
    expect(form.shadowRoot!.activeElement).to.equal(control(form, 'Name'));
  });
});
