import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { languages } from '../state/choices.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { sectionStyles } from '../fields/section.styles.js';

/**
 * @summary The widget's texts and its language. The texts by language are collapsed.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class TextSettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles];
  static override properties = { draft: { attribute: false }, problems: { attribute: false } };

  declare draft: Widget;
  declare problems: Problems;
  private readonly set = draftSetter(this);

  constructor() {
    super();
    this.problems = new Map();
  }

  override render() {
    return html`<section class="card stack" aria-labelledby="texts-heading">
      <h2 class="title" id="texts-heading">Texts</h2>
      <div class="pair">${this.renderTitle()} ${this.renderLanguage()}</div>
      ${this.renderWelcome()} ${this.renderByLanguage()}
    </section>`;
  }

  private renderByLanguage() {
    const { length } = Object.keys(this.draft.texts.byLanguage);
    const isWrong = [...this.problems.keys()].some((pointer) => pointer.startsWith('/texts/byLanguage'));
    return html`<details class="fold">
      <summary>
        <span class="name">Texts by language</span>
        <span class="summary">
          ${isWrong ? html`<span class="badge bad">Needs attention</span>` : nothing}
          ${length > 0 ? html`<span class="badge">${length === 1 ? '1 language' : `${length} languages`}</span>` : nothing}
        </span>
      </summary>
      <connect-chat-visitor-texts
        class="inside"
        .draft=${this.draft}
        .problems=${this.problems}
      ></connect-chat-visitor-texts>
    </details>`;
  }

  private renderTitle() {
    return renderField({
      name: fieldId('/texts/title'),
      label: 'Title',
      value: this.draft.texts.title,
      error: this.problems.get('/texts/title'),
      onInput: this.set('/texts/title'),
    });
  }

  private renderLanguage() {
    const { language } = this.draft;
    const isListed = languages.some(({ value }) => value === language);
    return renderChoice({
      name: fieldId('/language'),
      label: 'Language',
      value: language,
      options: isListed ? languages : [...languages, { value: language, text: language }],
      onChoose: this.set('/language'),
    });
  }

  private renderWelcome() {
    const welcome = {
      name: fieldId('/texts/welcome'),
      label: 'Welcome message (optional)',
      hint: 'Shown above the first message. Leave it empty for the default in the visitor’s language.',
      error: this.problems.get('/texts/welcome'),
    };
    return renderLabelled(
      welcome,
      html`<textarea
        id=${welcome.name}
        rows="2"
        aria-invalid=${welcome.error ? 'true' : 'false'}
        aria-describedby=${describedBy(welcome)}
        .value=${live(this.draft.texts.welcome)}
        @input=${(event: Event) => this.set('/texts/welcome')((event.target as HTMLTextAreaElement).value)}
      ></textarea>`,
    );
  }
}
