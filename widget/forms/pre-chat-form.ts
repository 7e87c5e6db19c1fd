import { LitElement, html, nothing } from 'lit';
import { checkAnswer, ticked, type AnswerFault } from '../../shared/check-answer.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import { reset } from '../elements/reset.styles.js';
import { ChatIntentEvent } from '../events/chat-intent-event.js';
import { en, type Strings } from '../strings/en.js';
import { formStyles } from './form.styles.js';

/** Autocomplete and keyboard hints for each type of question. */
const kinds = {
  text: { type: 'text', autocomplete: 'on' },
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
} as const;

/**
 * @summary The questions before a chat. When the form is submitted, it shows what is wrong beside each answer.
 */
export class PreChatForm extends LitElement {
  static override styles = [reset, formStyles];
  static override properties = {
    questions: { attribute: false },
    answers: { attribute: false },
    lead: {},
    strings: { attribute: false },
    faults: { state: true },
  };

  declare questions: readonly PreChatField[];
  /** Known answers, by name. */
  declare answers: Record<string, string>;
  /** The text above the questions. */
  declare lead: string;
  declare strings: Strings;
  /** Error messages by question. */
  declare protected faults: ReadonlyMap<string, AnswerFault>;

  constructor() {
    super();
    this.questions = [];
    this.answers = {};
    this.lead = '';
    this.strings = en;
    this.faults = new Map();
  }

  private control(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.renderRoot.querySelector(`[name="${name}"]`);
  }

  private answerTo({ name, type }: PreChatField): string {
    const control = this.control(name);
    if (type === 'checkbox') return (control as HTMLInputElement).checked ? ticked : '';
    return control!.value.trim();
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const given = this.questions.map((question) => [question, this.answerTo(question)] as const);
    const faults = new Map<string, AnswerFault>();
    for (const [question, answer] of given) {
      const fault = checkAnswer(question, answer);
      if (fault) faults.set(question.name, fault);
    }
    this.faults = faults;
    const [first] = faults.keys();
    if (first !== undefined) return this.control(first)!.focus();
    const answers: Record<string, string> = {};
    for (const [{ name }, answer] of given) if (answer !== '') answers[name] = answer;
    this.dispatchEvent(new ChatIntentEvent({ type: 'answers', answers }));
  }

  /** Clears the error when the answer is valid. */
  private handleInput(question: PreChatField): void {
    if (!this.faults.has(question.name) || checkAnswer(question, this.answerTo(question))) return;
    const faults = new Map(this.faults);
    faults.delete(question.name);
    this.faults = faults;
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('input, select')?.focus(options),
    );
  }

  override render() {
    return html`<form novalidate @submit=${this.handleSubmit}>
      ${this.lead ? html`<p class="lead">${this.lead}</p>` : nothing}
      ${this.questions.map((question) => this.renderQuestion(question))}
      <button class="submit" part="submit-button" type="submit">${this.strings.startChat}</button>
    </form>`;
  }

  private renderQuestion(question: PreChatField) {
    const { name, type, label, required } = question;
    const fault = this.faults.get(name);
    // An expression for the space: the minifier would remove one at the edge of the template.
    const hint = required ? nothing : html`${' '}<span class="optional">(${this.strings.optional})</span>`;
    const control = this.renderControl(question, fault !== undefined);
    return html`<div class="field" @input=${() => this.handleInput(question)}>
      ${
        type === 'checkbox'
          ? html`<div class="check">
              ${control}
              <div><label for=${`field-${name}`}>${label}${hint}</label> ${this.renderLink(question)}</div>
            </div>`
          : html`<label for=${`field-${name}`}>${label}${hint}</label> ${control}`
      }
      ${fault ? html`<p class="error" id=${`error-${name}`}>${this.strings[fault]}</p>` : nothing}
    </div>`;
  }

  private renderControl({ name, type, required, options }: PreChatField, isWrong: boolean) {
    const known = this.answers[name] ?? '';
    const described = isWrong ? `error-${name}` : nothing;
    const invalid = String(isWrong);
    if (type === 'select')
      return html`<select
        id=${`field-${name}`}
        name=${name}
        aria-required=${String(required)}
        aria-invalid=${invalid}
        aria-describedby=${described}
      >
        <option value=""></option>
        ${options.map((option) => html`<option ?selected=${option === known}>${option}</option>`)}
      </select>`;
    if (type === 'checkbox')
      return html`<input
        id=${`field-${name}`}
        name=${name}
        type="checkbox"
        ?checked=${known === ticked}
        aria-required=${String(required)}
        aria-invalid=${invalid}
        aria-describedby=${described}
      />`;
    const kind = kinds[type];
    return html`<input
      id=${`field-${name}`}
      name=${name}
      type=${kind.type}
      value=${known}
      autocomplete=${name === 'displayName' ? 'name' : kind.autocomplete}
      dir="auto"
      aria-required=${String(required)}
      aria-invalid=${invalid}
      aria-describedby=${described}
    />`;
  }

  /** The link to what the checkbox agrees to. */
  private renderLink({ link }: PreChatField) {
    if (!link.startsWith('https://')) return nothing;
    return html`<a href=${link} target="_blank" rel="noopener noreferrer">${this.strings.readMore}</a>`;
  }
}
