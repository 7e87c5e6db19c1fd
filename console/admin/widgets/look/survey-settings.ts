import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField } from '../../../forms/render-field.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';
import { surveyKinds } from '../state/choices.js';
import type { Problems } from '../state/member-problem.js';

/**
 * @summary The rating that visitors are asked for after a chat.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class SurveySettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles];
  static override properties = { draft: { attribute: false }, problems: { attribute: false } };

  declare draft: Widget;
  declare problems: Problems;
  private readonly set = draftSetter(this);

  constructor() {
    super();
    this.problems = new Map();
  }

  private get hasProblem(): boolean {
    return [...this.problems.keys()].some((pointer) => pointer.startsWith('/survey'));
  }

  override render() {
    const { kind, question, comment } = this.draft.survey;
    return renderSection({
      heading: 'After the chat',
      summary: `Rating: ${surveyKinds.find(({ value }) => value === kind)?.text ?? kind}`,
      hasProblem: this.hasProblem,
      content: html`${renderChoice({
        name: fieldId('/survey/kind'),
        label: 'Rating',
        hint: 'Always optional for visitors. Agents and administrators see the answers.',
        value: kind,
        options: surveyKinds,
        error: this.problems.get('/survey/kind'),
        onChoose: this.set('/survey/kind'),
      })}
      ${kind === 'OFF' ? nothing : this.renderDetails(question, comment)}`,
    });
  }

  private renderDetails(question: string, comment: boolean) {
    return html`${renderField({
        name: fieldId('/survey/question'),
        label: 'Question',
        isOptional: true,
        hint: 'Leave it empty to ask in the visitor’s language.',
        value: question,
        error: this.problems.get('/survey/question'),
        onInput: this.set('/survey/question'),
      })}
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${live(comment)}
          @change=${(event: Event) => this.set('/survey/comment')((event.target as HTMLInputElement).checked)}
        />
        Let visitors add a comment</label
      >`;
  }
}
