import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from '../../../forms/render-field.js';
import type { WidgetQuestion } from './widget-list-state.js';

export interface WidgetQuestionOptions {
  isBusy: boolean;
  onRename: (name: string) => void;
  onSubmit: (event: Event) => void;
  onDismiss: () => void;
}

const verbs: Record<WidgetQuestion['kind'], string> = {
  create: 'Create',
  duplicate: 'Duplicate',
  delete: 'Delete',
};

/** Renders the dialog that creates, duplicates or deletes a widget. */
export function renderWidgetQuestion(
  question: WidgetQuestion,
  { isBusy, onRename, onSubmit, onDismiss }: WidgetQuestionOptions,
): TemplateResult {
  const { kind, row } = question;
  const isDelete = kind === 'delete';
  const action = isDelete ? 'Delete widget' : 'Create widget';
  return html`<connect-chat-staff-dialog
    heading=${row ? `${verbs[kind]} ${row.name}` : 'Create widget'}
    @connect-chat-dismiss=${onDismiss}
  >
    <form class="stack" novalidate @submit=${onSubmit}>
      ${isDelete ? renderConsequence() : nothing} ${renderName(question, onRename)}
      <div class="actions end">
        <button type="button" @click=${onDismiss}>Cancel</button>
        <button
          type="submit"
          class=${isDelete ? 'bad' : 'primary'}
          aria-disabled=${isBusy ? 'true' : 'false'}
        >
          ${isBusy ? (isDelete ? 'Deleting…' : 'Creating…') : action}
        </button>
      </div>
    </form>
  </connect-chat-staff-dialog>`;
}

const renderConsequence = () =>
  html`<p>The chat disappears from your sites immediately. Keys are deleted; transcripts are kept.</p>`;

function renderName({ kind, row, name, error }: WidgetQuestion, onRename: (name: string) => void) {
  const isDelete = kind === 'delete';
  return renderField({
    name: 'widget-name',
    label: isDelete ? `Type ${row!.name} to confirm` : 'Name',
    hint: isDelete ? undefined : 'For your team, for example the name of the website.',
    value: name,
    error,
    onInput: onRename,
  });
}
