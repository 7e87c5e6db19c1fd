import { LitElement, html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { features } from '../state/choices.js';
import { draftSetter } from '../fields/draft-event.js';
import { renderSection } from '../fields/render-section.js';
import { sectionStyles } from '../fields/section.styles.js';

/**
 * @summary The features of a chat, each on or off.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class ChatSettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles];
  static override properties = { draft: { attribute: false } };

  declare draft: Widget;
  private readonly set = draftSetter(this);

  override render() {
    const isOn = this.draft.features;
    const count = features.filter(({ name }) => isOn[name]).length;
    return renderSection({
      heading: 'During the chat',
      summary: `${count} of ${features.length} features on`,
      content: html`<fieldset>
        <legend class="visually-hidden">During the chat</legend>
        ${features.map(
          ({ name, text }) =>
            html`<label class="tick"
              ><input
                type="checkbox"
                .checked=${live(isOn[name])}
                @change=${(event: Event) =>
                  this.set(`/features/${name}`)((event.target as HTMLInputElement).checked)}
              />
              ${text}</label
            >`,
        )}
      </fieldset>`,
    });
  }
}
