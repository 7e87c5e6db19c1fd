import { LitElement, html } from 'lit';
import { limits } from '../../../../shared/limits.js';
import type { PreChatField } from '../../../../shared/pre-chat-field.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { DraftEvent } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { questionListStyles } from './question-list.styles.js';
import { renderQuestion } from './render-question.js';
import { newQuestion, type QuestionPreset } from '../state/question-presets.js';

const presets: Record<QuestionPreset, string> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  choice: 'Choice',
  consent: 'Consent',
  other: 'Other question',
};

/**
 * @summary The pre-chat questions, in order.
 * @event connect-chat-draft - Requests another list of questions.
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

  /** Focuses an element after the owner has passed the changed questions down. */
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
    return renderQuestion({
      question,
      index,
      problems: this.problems,
      onChange: (change) => this.set(index, change),
      onMoveUp: () => void this.moveUp(index),
      onRemove: () => void this.drop(index),
    });
  }
}
