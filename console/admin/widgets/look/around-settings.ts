import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { takesMessages } from '../../../../shared/away.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { surveyKinds, waysAway } from '../state/choices.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';

/**
 * @summary What visitors see when no agent is available, and the rating after a chat.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class AroundSettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    queues: { attribute: false },
  };

  declare draft: Widget;
  declare problems: Problems;
  declare queues: readonly QueueChoice[];
  private readonly set = draftSetter(this);

  constructor() {
    super();
    this.problems = new Map();
    this.queues = [];
  }

  private hasProblem(pointer: string): boolean {
    return [...this.problems.keys()].some((each) => each.startsWith(pointer));
  }

  override render() {
    return html`${this.renderAway()} ${this.renderSurvey()}`;
  }

  private renderAway() {
    return renderSection({
      heading: 'When no one’s available',
      summary: takesMessages(this.draft.away) ? 'Visitors can leave a message' : 'Chats wait in the queue',
      hasProblem: this.hasProblem('/away'),
      content: html`<p class="muted">
          Messages wait in the queue until an agent answers. Agents see the visitor’s e-mail address.
        </p>
        ${this.renderWay('/away/whenClosed', 'Outside opening hours', 'The queue’s opening hours apply.')}
        ${this.renderWay('/away/whenNobodyAvailable', 'When no agent is available')}
        ${takesMessages(this.draft.away) ? this.renderQueue() : nothing}`,
    });
  }

  private renderWay(pointer: '/away/whenClosed' | '/away/whenNobodyAvailable', label: string, hint?: string) {
    const { whenClosed, whenNobodyAvailable } = this.draft.away;
    return renderChoice({
      name: fieldId(pointer),
      label,
      hint,
      value: pointer === '/away/whenClosed' ? whenClosed : whenNobodyAvailable,
      options: waysAway,
      error: this.problems.get(pointer),
      onChoose: this.set(pointer),
    });
  }

  private renderQueue() {
    return renderChoice({
      name: fieldId('/away/queueId'),
      label: 'Queue',
      hint: 'Its opening hours and its agents decide. Messages wait here.',
      value: this.draft.away.queueId,
      options: this.queues.map((queue) => ({ value: queue.queueId, text: queue.name })),
      error: this.problems.get('/away/queueId'),
      onChoose: this.set('/away/queueId'),
    });
  }

  private renderSurvey() {
    const { kind, question, comment } = this.draft.survey;
    return renderSection({
      heading: 'After the chat',
      summary: `Rating: ${surveyKinds.find(({ value }) => value === kind)?.text ?? kind}`,
      hasProblem: this.hasProblem('/survey'),
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
