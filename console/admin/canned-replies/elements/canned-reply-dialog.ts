import { LitElement, html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CannedReply } from '../../../../shared/canned-reply.js';
import { DismissEvent } from '../../../forms/dismiss-event.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { FormSubmission } from '../../../forms/form-submission.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { controls } from '../../../theme/controls.styles.js';
import { renderFormDialog } from '../../accounts/elements/render-form-dialog.js';
import { adminStyles } from '../../theme/admin.styles.js';
import {
  checkForm,
  shortcutRule,
  toBody,
  toField,
  toForm,
  type CannedReplyForm,
} from '../state/canned-reply-form.js';

const placeholders =
  'Filled in for each chat: {{customer.name}}, {{agent.name}}, {{page}}, {{page.title}}, {{attribute.NAME}}.';

/**
 * @summary The form of a canned reply: a new one, or one that is there.
 * @event connect-chat-dismiss - Nothing was changed.
 */
export class CannedReplyDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    reply: { attribute: false },
    onDone: { attribute: false },
    values: { state: true },
  };

  declare request: ServiceRequest;
  /** The reply to change; left out for a new one. */
  declare reply: CannedReply | undefined;
  /** Told what the service made of it. */
  declare onDone: (reply: CannedReply) => void;
  declare protected values: CannedReplyForm;
  private readonly form = new FormSubmission<keyof CannedReplyForm>(this, { fieldOf: toField });

  constructor() {
    super();
    this.values = toForm();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('reply')) this.values = toForm(this.reply);
  }

  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.form.submit({ errors: checkForm(this.values), send: () => this.save() });
  }

  private async save(): Promise<void> {
    const { reply } = this;
    const path = reply
      ? `/api/canned-replies/${encodeURIComponent(reply.cannedReplyId)}`
      : '/api/canned-replies';
    this.onDone((await this.request(reply ? 'PUT' : 'POST', path, toBody(this.values))) as CannedReply);
  }

  private set(change: Partial<CannedReplyForm>): void {
    this.values = { ...this.values, ...change };
  }

  override render() {
    const { reply, form } = this;
    return renderFormDialog({
      heading: reply ? `Edit /${reply.shortcut}` : 'Add canned reply',
      action: reply ? 'Save' : 'Add canned reply',
      state: form.state,
      content: this.renderFields(),
      onSubmit: (event) => void this.handleSubmit(event),
      onCancel: () => this.dispatchEvent(new DismissEvent()),
    });
  }

  private renderFields() {
    const { values } = this;
    const { errors } = this.form.state;
    return html`${renderField({
      ...{ name: 'shortcut', label: 'Shortcut', value: values.shortcut, error: errors.shortcut },
      hint: `Agents type / and this. ${shortcutRule}`,
      onInput: (shortcut) => this.set({ shortcut }),
    })}
    ${this.renderText()}
    ${renderField({
      ...{ name: 'folder', label: 'Folder', value: values.folder, error: errors.folder, isOptional: true },
      onInput: (folder) => this.set({ folder }),
    })}
    ${renderChoice({
      ...{ name: 'isShared', label: 'Who has it', value: values.isShared, error: errors.isShared },
      options: [
        { value: 'all', text: 'Everybody' },
        { value: 'own', text: 'Only me' },
      ],
      onChoose: (isShared) => this.set({ isShared: isShared as CannedReplyForm['isShared'] }),
    })}`;
  }

  private renderText() {
    const field = { name: 'text', label: 'Text', hint: placeholders, error: this.form.state.errors.text };
    return renderLabelled(
      field,
      html`<textarea
        id="text"
        name="text"
        rows="5"
        aria-required="true"
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${describedBy(field)}
        .value=${live(this.values.text)}
        @input=${(event: Event) => this.set({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>`,
    );
  }
}
