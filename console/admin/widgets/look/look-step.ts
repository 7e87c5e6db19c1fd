import { LitElement, html } from 'lit';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { chatStarts } from '../state/choices.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import { lookStepStyles } from './look-step.styles.js';
import type { Problems } from '../state/member-problem.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';
import type { FlowChoice, QueueChoice } from '../../state/flow-and-queue.js';

/**
 * @summary Step 1: the widget's appearance, texts and behaviour, beside a preview.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class LookStep extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles, lookStepStyles];
  static override properties = {
    draft: { attribute: false },
    brand: {},
    valid: { attribute: false },
    problems: { attribute: false },
    flows: { attribute: false },
    queues: { attribute: false },
  };

  declare draft: Widget;
  /** The brand colour, as typed. */
  declare brand: string;
  /** The widget of the preview: the draft with the last valid value of each invalid member. */
  declare valid: Widget;
  declare problems: Problems;
  declare flows: readonly FlowChoice[];
  declare queues: readonly QueueChoice[];
  private readonly set = draftSetter(this);

  constructor() {
    super();
    this.brand = '';
    this.problems = new Map();
    this.flows = [];
    this.queues = [];
  }

  override render() {
    const { draft, brand, problems, queues } = this;
    return html`<div class="columns">
      <div class="settings">
        ${this.renderName()}
        <connect-chat-brand-settings
          .draft=${draft}
          .brand=${brand}
          .problems=${problems}
        ></connect-chat-brand-settings>
        <connect-chat-text-settings .draft=${draft} .problems=${problems}></connect-chat-text-settings>
        <connect-chat-launcher-settings
          .draft=${draft}
          .problems=${problems}
        ></connect-chat-launcher-settings>
        ${this.renderQuestions()}
        <connect-chat-chat-settings .draft=${draft}></connect-chat-chat-settings>
        <connect-chat-away-settings
          .draft=${draft}
          .problems=${problems}
          .queues=${queues}
        ></connect-chat-away-settings>
        <connect-chat-survey-settings .draft=${draft} .problems=${problems}></connect-chat-survey-settings>
        ${this.renderFlow()}
      </div>
      <section class="preview" aria-label="Preview">
        <connect-chat-widget-preview .widget=${this.valid}></connect-chat-widget-preview>
      </section>
    </div>`;
  }

  private renderName() {
    return html`<section class="card">
      ${renderField({
        name: fieldId('/name'),
        label: 'Name',
        hint: 'For your team. Visitors don’t see it.',
        value: this.draft.name,
        error: this.problems.get('/name'),
        onInput: this.set('/name'),
      })}
    </section>`;
  }

  private renderQuestions() {
    const { preChat, startOn } = this.draft;
    const count = preChat.length === 1 ? '1 question' : `${preChat.length} questions`;
    return renderSection({
      heading: 'Before the chat',
      summary: `${preChat.length === 0 ? 'No questions' : count}${startOn === 'open' ? ', starts when opened' : ''}`,
      hasProblem: [...this.problems.keys()].some((pointer) => /^\/(preChat|startOn)/.test(pointer)),
      content: html`${renderChoice({
          name: fieldId('/startOn'),
          label: 'Start the chat',
          hint: 'Agents are alerted once a chat starts. Choose the window only if your contact flow should speak first.',
          value: startOn,
          options: chatStarts,
          error: this.problems.get('/startOn'),
          onChoose: this.set('/startOn'),
        })}
        <p class="muted">
          Visitors answer these questions first. Agents and contact flows see each answer as a contact
          attribute.
        </p>
        <connect-chat-question-list
          .questions=${preChat}
          .problems=${this.problems}
        ></connect-chat-question-list>`,
    });
  }

  private renderFlow() {
    const { flowId } = this.draft;
    return renderSection({
      heading: 'Contact flow',
      summary: this.flows.find((flow) => flow.flowId === flowId)?.name ?? flowId,
      hasProblem: this.problems.has('/flowId'),
      content: renderChoice({
        name: fieldId('/flowId'),
        label: 'Contact flow',
        hint: 'Decides what happens from the start of a chat until an agent answers.',
        value: flowId,
        options: this.flows.map((flow) => ({ value: flow.flowId, text: flow.name })),
        error: this.problems.get('/flowId'),
        onChoose: this.set('/flowId'),
      }),
    });
  }
}
