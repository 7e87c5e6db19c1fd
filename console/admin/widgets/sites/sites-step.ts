import { LitElement, html } from 'lit';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { draftSetter } from '../fields/draft-event.js';
import { sitesStepStyles } from './sites-step.styles.js';

/**
 * @summary Step 2: the websites of the widget, and whether a chat needs a signed token.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class SitesStep extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sitesStepStyles];
  static override properties = { draft: { attribute: false } };

  declare draft: Widget;
  private readonly set = draftSetter(this);

  override render() {
    return html`<div class="stack">
      <connect-chat-domain-list .domains=${this.draft.domains}></connect-chat-domain-list>
      ${this.renderSecurity()}
    </div>`;
  }

  private renderSecurity() {
    const { required } = this.draft.security;
    return html`<section class="card stack">
      <fieldset>
        <legend><h2>Add security for your chat widget</h2></legend>
        ${this.renderOption(true, required)} ${this.renderOption(false, !required)}
      </fieldset>
      ${required ? renderTasks() : ''}
    </section>`;
  }

  private renderOption(value: boolean, isChosen: boolean) {
    return html`<label class="choice">
      <input
        type="radio"
        name="required"
        .checked=${isChosen}
        @change=${() => this.set('/security/required')(value)}
      />
      ${
        value
          ? html`<span
              ><strong>Yes</strong> <span class="badge good">Recommended</span><br />A chat starts only with a
              token signed by your web server. Agents can then be sure who the visitor is.</span
            >`
          : html`<span><strong>No</strong><br />Anyone on your websites can start a chat.</span>`
      }
    </label>`;
  }
}

const renderTasks = () =>
  html`<div class="notice">
    <p><strong>What your website needs to do</strong></p>
    <ul>
      <li>Keep the 44-character security key from the next page on your web server.</li>
      <li>Answer an address such as <code>/token</code> with a token signed with that key.</li>
      <li>Pass the token to the widget. The code on the next page does that.</li>
    </ul>
  </div>`;
