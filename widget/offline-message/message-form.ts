import { LitElement, html, nothing } from 'lit';
import { checkAnswer, type AnswerFault } from '../../shared/check-answer.js';
import { emailQuestion } from '../../shared/email-question.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import { reset } from '../elements/reset.styles.js';
import { LeaveEvent, type LeftMessage } from '../events/leave-event.js';
import { formStyles } from '../forms/form.styles.js';
import { en, type Strings } from '../strings/en.js';

type FieldName = keyof LeftMessage;

const text: PreChatField = { ...emailQuestion, type: 'text' };
/** The type of each field; a visitor's name is shorter than other texts. */
const questions: Record<FieldName, PreChatField> = {
  name: { ...text, name: 'displayName', required: false },
  email: emailQuestion,
  message: { ...text, name: 'message' },
};
const names = Object.keys(questions) as FieldName[];

/**
 * @summary The form for an offline message. When it is submitted, it shows errors beside the fields.
 * @event connect-chat-leave - The visitor submitted a message.
 */
export class MessageForm extends LitElement {
  static override styles = [reset, formStyles];
  static override properties = {
    lead: {},
    known: { attribute: false },
    strings: { attribute: false },
    faults: { state: true },
  };

  /** Why there is no chat, and what happens to the message. */
  declare lead: string;
  /** The initial values of the fields. */
  declare known: LeftMessage;
  declare strings: Strings;
  declare protected faults: Partial<Record<FieldName, AnswerFault>>;

  constructor() {
    super();
    this.lead = '';
    this.known = { name: '', email: '', message: '' };
    this.strings = en;
    this.faults = {};
  }

  private control(name: FieldName): HTMLInputElement | HTMLTextAreaElement {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)!;
  }

  private check(name: FieldName): AnswerFault | null {
    return checkAnswer(questions[name], this.control(name).value);
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const faults: Partial<Record<FieldName, AnswerFault>> = {};
    for (const name of names) {
      const fault = this.check(name);
      if (fault) faults[name] = fault;
    }
    this.faults = faults;
    const first = names.find((name) => faults[name]);
    if (first) return this.control(first).focus();
    const [name, email, message] = names.map((each) => this.control(each).value.trim());
    this.dispatchEvent(new LeaveEvent({ name: name!, email: email!, message: message! }));
  }

  /** Clears the error when the field is valid. */
  private handleInput(name: FieldName): void {
    if (this.faults[name] && !this.check(name)) this.faults = { ...this.faults, [name]: undefined };
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.control('name').focus(options));
  }

  override render() {
    const { strings } = this;
    return html`<form novalidate @submit=${this.handleSubmit}>
      <p class="lead" id="lead">${this.lead}</p>
      ${this.renderField('name', strings.name)} ${this.renderField('email', strings.email)}
      ${this.renderField('message', strings.yourMessage)}
      <button class="submit" part="submit-button" type="submit">${strings.send}</button>
    </form>`;
  }

  private renderField(name: FieldName, label: string) {
    const { required } = questions[name];
    const fault = this.faults[name];
    const hint = required ? nothing : html`${' '}<span class="optional">(${this.strings.optional})</span>`;
    return html`<div class="field" @input=${() => this.handleInput(name)}>
      <label for=${name}>${label}${hint}</label> ${this.renderControl(name)}
      ${fault ? html`<p class="error" id="error-${name}">${this.strings[fault]}</p>` : nothing}
    </div>`;
  }

  private renderControl(name: FieldName) {
    const required = String(questions[name].required);
    const isWrong = this.faults[name] !== undefined;
    const described = isWrong ? `error-${name}` : nothing;
    if (name === 'message')
      return html`<textarea
        id="message"
        rows="4"
        dir="auto"
        aria-required=${required}
        aria-invalid=${String(isWrong)}
        aria-describedby=${described}
        .defaultValue=${this.known.message}
      ></textarea>`;
    return html`<input
      id=${name}
      type=${name === 'email' ? 'email' : 'text'}
      autocomplete=${name}
      dir="auto"
      value=${this.known[name]}
      aria-required=${required}
      aria-invalid=${String(isWrong)}
      aria-describedby=${described}
    />`;
  }
}
