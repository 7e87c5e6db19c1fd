import { LitElement, html } from 'lit';
import type { Theme, Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';

type Size = 'launcherSize' | 'launcherOffsetX' | 'launcherOffsetY';
const pointers = ['launcherLabel', 'launcherPosition', 'launcherSize', 'launcherOffsetX', 'launcherOffsetY'];

/**
 * @summary The launcher: its label, corner, size, and distance from the edges of the window.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class LauncherSettings extends LitElement {
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
    const { theme } = this.draft;
    return renderSection({
      heading: 'Launcher',
      summary: summaryOf(theme),
      hasProblem: pointers.some((name) => this.problems.has(`/theme/${name}`)),
      content: html`${renderField({
          name: fieldId('/theme/launcherLabel'),
          label: 'Label',
          isOptional: true,
          placeholder: 'Chat with us',
          hint: 'Shown beside the icon, up to 40 characters.',
          value: theme.launcherLabel,
          error: this.problems.get('/theme/launcherLabel'),
          onInput: this.set('/theme/launcherLabel'),
        })}
        <div class="pair">
          ${this.renderPosition()} ${this.renderPixels('launcherSize', 'Size (pixels)')}
          ${this.renderPixels('launcherOffsetX', `Distance from the ${theme.launcherPosition} (pixels)`)}
          ${this.renderPixels('launcherOffsetY', 'Distance from the bottom (pixels)')}
        </div>`,
    });
  }

  private renderPosition() {
    return renderChoice({
      name: fieldId('/theme/launcherPosition'),
      label: 'Position',
      value: this.draft.theme.launcherPosition,
      options: [
        { value: 'right', text: 'Bottom right' },
        { value: 'left', text: 'Bottom left' },
      ],
      onChoose: this.set('/theme/launcherPosition'),
    });
  }

  private renderPixels(name: Size, label: string) {
    const pointer = `/theme/${name}`;
    return renderField({
      name: fieldId(pointer),
      label,
      type: 'number',
      value: String(this.draft.theme[name]),
      error: this.problems.get(pointer),
      onInput: (text) => this.set(pointer)(text === '' ? text : Number(text)),
    });
  }
}

function summaryOf({ launcherLabel, launcherPosition, launcherSize }: Theme): string {
  const place = `Bottom ${launcherPosition}, ${launcherSize} px`;
  return launcherLabel ? `“${launcherLabel}”, ${place.toLowerCase()}` : place;
}
