import { LitElement, html, nothing } from 'lit';
import { limits } from '../../../shared/limits.js';
import type { PreChatField } from '../../../shared/pre-chat-field.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../forms/render-field.js';
import { adminStyles } from '../admin.styles.js';
import { DraftEvent } from './draft-event.js';
import type { Problems } from './look-step.js';
import { questionListStyles } from './question-list.styles.js';
import { newQuestion, type QuestionPreset } from './question-presets.js';

const kinds: { value: PreChatField['type']; text: string }[] = [
  { value: 'text', text: 'A text' },
  { value: 'email', text: 'An e-mail address' },
  { value: 'phone', text: 'A phone number' },
  { value: 'select', text: 'One of several' },
  { value: 'checkbox', text: 'A box to tick' },
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
 * @summary What a visitor is asked before a chat: the questions in order, each with what it takes.
 * @event connect-chat-draft - The questions should become others.
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
    await this.focusSoon(`#label-${questions.length}`);
  }

  private async drop(index: number): Promise<void> {
    this.change(this.questions.filter((_question, at) => at !== index));
    await this.focusSoon('.presets button');
  }

  private async moveUp(index: number): Promise<void> {
    const moved = [...this.questions];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    this.change(moved);
    await this.focusSoon(`#label-${index - 1}`);
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
        ${isFull ? `${limits.preChatFields} questions are the most.` : 'Ask for one more thing:'}
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
          name: `label-${index}`,
          label: 'What is asked',
          value: label,
          error: error('label'),
          onInput: (value) => this.set(index, { label: value }),
        })}
        <div class="pair">
          ${renderChoice({
            name: `type-${index}`,
            label: 'The answer is',
            value: type,
            options: kinds,
            onChoose: (value) => this.set(index, { type: value as PreChatField['type'] }),
          })}
          ${renderField({
            name: `name-${index}`,
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
          No chat without an answer</label
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
        name: `link-${index}`,
        label: 'Address of what is agreed to',
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
    const labelled = { name: `options-${index}`, label: 'Choices, one a line', error: wrong?.[1] };
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
