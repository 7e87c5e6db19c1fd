import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { takesMessages } from '../../../shared/away.js';
import type { Widget } from '../../../shared/widget-config.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { renderChoice, renderField } from '../../forms/render-field.js';
import { adminStyles } from '../admin.styles.js';
import { aroundSettingsStyles } from './around-settings.styles.js';
import { surveyKinds, waysAway } from './choices.js';
import { DraftEvent } from './draft-event.js';
import type { Problems, QueueChoice } from './look-step.js';

/**
 * @summary What is around a chat: what visitors meet while nobody answers, and what they are asked afterwards.
 * @event connect-chat-draft - A member should become another value.
 */
export class AroundSettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, aroundSettingsStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    queues: { attribute: false },
  };

  declare draft: Widget;
  declare problems: Problems;
  declare queues: readonly QueueChoice[];

  constructor() {
    super();
    this.problems = new Map();
    this.queues = [];
  }

  private set(pointer: string): (value: unknown) => void {
    return (value) => this.dispatchEvent(new DraftEvent(pointer, value));
  }

  override render() {
    return html`${this.renderAway()} ${this.renderSurvey()}`;
  }

  private renderAway() {
    const { whenClosed, whenNobodyAvailable, queueId } = this.draft.away;
    return html`<section class="card stack">
      <div>
        <h2>While nobody answers</h2>
        <p class="muted">
          A message that is left waits in its queue as long as it takes. An agent sees it with the visitor’s
          e-mail address.
        </p>
      </div>
      ${renderChoice({
        name: 'whenClosed',
        label: 'Out of hours',
        hint: 'The hours are those of the queue.',
        value: whenClosed,
        options: waysAway,
        error: this.problems.get('/away/whenClosed'),
        onChoose: this.set('/away/whenClosed'),
      })}
      ${renderChoice({
        name: 'whenNobodyAvailable',
        label: 'While no agent is available',
        value: whenNobodyAvailable,
        options: waysAway,
        error: this.problems.get('/away/whenNobodyAvailable'),
        onChoose: this.set('/away/whenNobodyAvailable'),
      })}
      ${
        takesMessages(this.draft.away)
          ? renderChoice({
              name: 'queueId',
              label: 'Queue',
              hint: 'Its hours and its agents count, and messages wait in it.',
              value: queueId,
              options: this.queues.map((queue) => ({ value: queue.queueId, text: queue.name })),
              error: this.problems.get('/away/queueId'),
              onChoose: this.set('/away/queueId'),
            })
          : nothing
      }
    </section>`;
  }

  private renderSurvey() {
    const { kind, question, comment } = this.draft.survey;
    return html`<section class="card stack">
      <div>
        <h2>After the chat</h2>
        <p class="muted">Staff see what visitors say. Nobody has to answer.</p>
      </div>
      ${renderChoice({
        name: 'surveyKind',
        label: 'Visitors rate the chat',
        value: kind,
        options: surveyKinds,
        error: this.problems.get('/survey/kind'),
        onChoose: this.set('/survey/kind'),
      })}
      ${kind === 'OFF' ? nothing : this.renderDetails(question, comment)}
    </section>`;
  }

  private renderDetails(question: string, comment: boolean) {
    return html`${renderField({
        name: 'surveyQuestion',
        label: 'What is asked',
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
        A comment can be added</label
      >`;
  }
}
