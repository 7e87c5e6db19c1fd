import { LitElement, html, nothing } from 'lit';
import { controls } from '../../controls.styles.js';
import { adminStyles } from '../admin.styles.js';
import { memberName, memberText } from './member-names.js';
import { RestoreEvent } from './restore-event.js';
import { differences, type Difference } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** Renders what changed, member by member. */
export const renderDifferences = (list: readonly Difference[], names = { before: 'was', after: 'is' }) =>
  html`<ul class="rows">
    ${list.map(
      ({ pointer, before, after }) =>
        html`<li class="row">
          <strong>${memberName(pointer)}</strong>
          <span class="muted"
            >${names.before} <bdi>${memberText(before)}</bdi>, ${names.after}
            <bdi>${memberText(after)}</bdi></span
          >
        </li>`,
    )}
  </ul>`;

/**
 * @summary Every saved version of a widget: when, by whom, what changed, and the way back.
 * @event connect-chat-restore - An earlier version should be the live one again.
 */
export class HistoryStep extends LitElement {
  static override styles = [controls, adminStyles];
  static override properties = {
    versions: { attribute: false },
    isBusy: { type: Boolean },
  };

  /** The live one first. */
  declare versions: readonly WidgetVersion[];
  /** Whether a version is being put back. */
  declare isBusy: boolean;

  constructor() {
    super();
    this.versions = [];
    this.isBusy = false;
  }

  override render() {
    return html`<ol class="rows card" aria-label="Versions, the newest first">
      ${this.versions.map((version, index) => this.renderVersion(version, this.versions[index + 1], index))}
    </ol>`;
  }

  private renderVersion(version: WidgetVersion, earlier: WidgetVersion | undefined, index: number) {
    const changed = earlier ? differences(earlier.widget, version.widget) : [];
    return html`<li class="row">
      <div>
        <p>
          <strong>Version ${version.version}</strong>
          ${index === 0 ? html`<span class="badge good">Live</span>` : nothing}
        </p>
        <p class="muted small-text">
          <time datetime=${version.savedAt}>${new Date(version.savedAt).toLocaleString()}</time>, by
          ${version.savedBy ?? 'the service or its administrator token'}
        </p>
        ${changed.length > 0 ? renderDifferences(changed) : nothing}
        ${changed.length === 0 ? html`<p class="muted small-text">${earlier ? 'Saved unchanged.' : 'The first one.'}</p>` : nothing}
      </div>
      ${
        index === 0
          ? nothing
          : html`<button
              type="button"
              class="small"
              aria-disabled=${this.isBusy ? 'true' : 'false'}
              @click=${() => this.dispatchEvent(new RestoreEvent(version))}
            >
              Return to version ${version.version}
            </button>`
      }
    </li>`;
  }
}
