import { LitElement, html, nothing } from 'lit';
import { limits } from '../../../../shared/limits.js';
import type { PreChatField } from '../../../../shared/pre-chat-field.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { DraftEvent } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { questionListStyles } from './question-list.styles.js';
import { newQuestion, type QuestionPreset } from '../state/question-presets.js';

const kinds: { value: PreChatField['type']; text: string }[] = [
  { value: 'text', text: 'Text' },
  { value: 'email', text: 'E-mail address' },
  { value: 'phone', text: 'Phone number' },
  { value: 'select', text: 'Choice' },
  { value: 'checkbox', text: 'Checkbox' },
];
const presets: Record<QuestionPreset, string> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  choice: 'Choice',
  consent: 'Consent',
  other: 'Other question',
};

/**
 * @summary The questions that a visitor answers before a chat, in order.
 * @event connect-chat-draft - The list of questions should be another one.
 */
export class QuestionList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, questionListStyles];
  static override properties = { questions: { attribute: false }, problems: { attribute: false } };

  declare questions: readonly PreChatField[];
  declare problems: Problems;

  constructor() {
    super();
    this.questions = [];
    this.problems = new Map();
  }

  private change(questions: readonly PreChatField[]): void {
    this.dispatchEvent(new DraftEvent('/preChat', questions));
  }

  private set(index: number, change: Partial<PreChatField>): void {
    this.change(this.questions.map((each, at) => (at === index ? { ...each, ...change } : each)));
  }

  private async add(kind: QuestionPreset): Promise<void> {
    const { questions } = this;
    this.change([...questions, newQuestion(kind, questions)]);
    await this.focusSoon(`#${fieldId(`/preChat/${questions.length}/label`)}`);
  }

  private async drop(index: number): Promise<void> {
    this.change(this.questions.filter((_question, at) => at !== index));
    await this.focusSoon('.presets button');
  }

  private async moveUp(index: number): Promise<void> {
    const moved = [...this.questions];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    this.change(moved);
    await this.focusSoon(`#${fieldId(`/preChat/${index - 1}/label`)}`);
  }

  /** After the owner has handed the changed questions down again. */
  private async focusSoon(selector: string): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  override render() {
    const isFull = this.questions.length >= limits.preChatFields;
    return html`<ol>
        ${this.questions.map((question, index) => this.renderQuestion(question, index))}
      </ol>
      <p class="muted" id="add">
        ${isFull ? `You can add up to ${limits.preChatFields} questions.` : 'Add a question'}
      </p>
      <div class="presets" role="group" aria-labelledby="add">
        ${Object.entries(presets).map(
          ([kind, text]) =>
            html`<button
              type="button"
              class="quiet"
              ?disabled=${isFull}
              @click=${() => this.add(kind as QuestionPreset)}
            >
              ${text}
            </button>`,
        )}
      </div>`;
  }

  private renderQuestion(question: PreChatField, index: number) {
    const { label, type, required } = question;
    const error = (member: string) => this.problems.get(`/preChat/${index}/${member}`);
    return html`<li>
      <fieldset>
        <legend>Question ${index + 1}</legend>
        ${renderField({
          name: fieldId(`/preChat/${index}/label`),
          label: 'Question',
          value: label,
          error: error('label'),
          onInput: (value) => this.set(index, { label: value }),
        })}
        <div class="pair">
          ${renderChoice({
            name: fieldId(`/preChat/${index}/type`),
            label: 'Answer type',
            value: type,
            options: kinds,
            onChoose: (value) => this.set(index, { type: value as PreChatField['type'] }),
          })}
          ${renderField({
            name: fieldId(`/preChat/${index}/name`),
            label: 'Contact attribute',
            value: question.name,
            error: error('name'),
            onInput: (value) => this.set(index, { name: value }),
          })}
        </div>
        ${this.renderDetails(question, index)}
        <label class="tick"
          ><input
            type="checkbox"
            .checked=${required}
            @change=${(event: Event) =>
              this.set(index, { required: (event.target as HTMLInputElement).checked })}
          />
          Required</label
        >
        <div class="actions">
          ${
            index > 0
              ? html`<button type="button" class="quiet" @click=${() => this.moveUp(index)}>Move up</button>`
              : nothing
          }
          <button
            type="button"
            class="quiet"
            aria-label="Remove question ${index + 1}"
            @click=${() => this.drop(index)}
          >
            Remove
          </button>
        </div>
      </fieldset>
    </li>`;
  }

  /** What only one kind of answer has. */
  private renderDetails({ type, options, link }: PreChatField, index: number) {
    if (type === 'checkbox')
      return renderField({
        name: fieldId(`/preChat/${index}/link`),
        label: 'Link to the terms',
        type: 'url',
        isOptional: true,
        placeholder: 'https://',
        value: link,
        error: this.problems.get(`/preChat/${index}/link`),
        onInput: (value) => this.set(index, { link: value }),
      });
    if (type !== 'select') return nothing;
    const pointer = `/preChat/${index}/options`;
    const wrong = [...this.problems].find(([at]) => at.startsWith(pointer));
    const labelled = {
      name: fieldId(`/preChat/${index}/options`),
      label: 'Choices, one per line',
      error: wrong?.[1],
    };
    const lines = options.join('\n');
    return renderLabelled(
      labelled,
      html`<textarea
        id=${labelled.name}
        rows="4"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${describedBy(labelled)}
        .value=${lines}
        @change=${(event: Event) => this.set(index, { options: toLines(event) })}
      ></textarea>`,
    );
  }
}

const toLines = (event: Event): string[] =>
  (event.target as HTMLTextAreaElement).value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
