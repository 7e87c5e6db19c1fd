import { LitElement, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { closestLanguage, languages, type LanguageTag } from '../../../../shared/languages.js';
import { limits } from '../../../../shared/limits.js';
import { resolveTexts } from '../../../../shared/visitor-texts/resolve-texts.js';
import type { VisitorTextName } from '../../../../shared/visitor-texts/visitor-texts.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { describedBy, renderChoice, renderLabelled } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { DraftEvent } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { visitorTextFields, type VisitorTextField } from '../state/visitor-text-fields.js';
import { withVisitorText } from '../state/with-visitor-text.js';

/**
 * @summary The texts for visitors, language by language. The placeholder of an empty field is the default that
 *   visitors see.
 * @event connect-chat-draft - Requests other texts.
 */
export class VisitorTextsEditor extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    chosen: { state: true },
  };

  declare draft: Widget;
  declare problems: Problems;

  /** The language of the texts; undefined for the widget's own. */
  declare protected chosen: LanguageTag | undefined;

  constructor() {
    super();
    this.problems = new Map();
  }

  override render() {
    const tag = this.chosen ?? closestLanguage(this.draft.language) ?? 'en';
    return html`<div class="stack">
      ${renderChoice({
        name: 'textsLanguage',
        label: 'Texts for visitors in',
        hint: 'Visitors see the widget in their page’s language. Leave a text empty to use the default.',
        value: tag,
        options: languages.map((each) => ({ value: each.tag, text: each.name })),
        onChoose: (value) => (this.chosen = value as LanguageTag),
      })}
      ${visitorTextFields.map((field) => this.renderText(tag, field))}
    </div>`;
  }

  private renderText(tag: LanguageTag, { name, label, hint, rows }: VisitorTextField) {
    const { texts } = this.draft;
    const pointer = `/texts/byLanguage/${tag}/${name}`;
    const described = { name: fieldId(pointer), label, hint, error: this.problems.get(pointer) };
    const others = { ...texts, byLanguage: {} };
    return renderLabelled(
      described,
      html`<textarea
        id=${described.name}
        rows=${rows}
        lang=${tag}
        dir="auto"
        maxlength=${limits.messageCharacters}
        aria-invalid=${described.error ? 'true' : 'false'}
        aria-describedby=${describedBy(described)}
        placeholder=${resolveTexts(others, tag)[name]}
        .value=${live(texts.byLanguage[tag]?.[name] ?? '')}
        @input=${(event: Event) => this.set(tag, name, (event.target as HTMLTextAreaElement).value)}
      ></textarea>`,
    );
  }

  private set(tag: LanguageTag, name: VisitorTextName, text: string): void {
    const byLanguage = withVisitorText(this.draft.texts.byLanguage, { tag, name, text });
    this.dispatchEvent(new DraftEvent('/texts/byLanguage', byLanguage));
  }
}
