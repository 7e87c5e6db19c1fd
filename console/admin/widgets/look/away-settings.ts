import { LitElement, html, nothing } from 'lit';
import { takesMessages } from '../../../../shared/away.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice } from '../../../forms/render-field.js';
import { controls } from '../../../theme/controls.styles.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';
import { awayActions } from '../state/choices.js';
import type { Problems } from '../state/member-problem.js';

/**
 * @summary What visitors can do outside opening hours, and when no agent is available.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class AwaySettings extends LitElement {
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

  private get hasProblem(): boolean {
    return [...this.problems.keys()].some((pointer) => pointer.startsWith('/away'));
  }

  override render() {
    return renderSection({
      heading: 'When no one’s available',
      summary: takesMessages(this.draft.away) ? 'Visitors can leave a message' : 'Chats wait in the queue',
      hasProblem: this.hasProblem,
      content: html`<p class="muted">
          Messages wait in the queue until an agent answers. Agents see the visitor’s e-mail address.
        </p>
        ${this.renderAction('/away/whenClosed', 'Outside opening hours', 'The queue’s opening hours apply.')}
        ${this.renderAction('/away/whenNobodyAvailable', 'When no agent is available')}
        ${takesMessages(this.draft.away) ? this.renderQueue() : nothing}`,
    });
  }

  private renderAction(
    pointer: '/away/whenClosed' | '/away/whenNobodyAvailable',
    label: string,
    hint?: string,
  ) {
    const { whenClosed, whenNobodyAvailable } = this.draft.away;
    return renderChoice({
      name: fieldId(pointer),
      label,
      hint,
      value: pointer === '/away/whenClosed' ? whenClosed : whenNobodyAvailable,
      options: awayActions,
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
}
