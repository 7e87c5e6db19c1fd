import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { renderDifferences } from '../fields/render-differences.js';
import { RestoreEvent } from './restore-event.js';
import { differences } from '../state/widget-differences.js';
import type { WidgetVersion } from '../state/widget-version.js';

/**
 * @summary Every saved version of a widget: when, by whom and what was changed.
 * @event connect-chat-restore - The user restores an earlier version.
 */
export class HistoryStep extends LitElement {
  static override styles = [
    controls,
    adminStyles,
    css`
      :host {
        display: block;
        max-width: 860px;
      }

      .version {
        align-items: flex-start;
        padding: 16px 0;
      }

      .version > div {
        display: grid;
        flex: 1 1 300px;
        gap: 4px;
        min-width: 0;
      }

      .version:first-child {
        padding-top: 0;
      }

      .version:last-child {
        padding-bottom: 0;
      }
    `,
  ];
  static override properties = {
    versions: { attribute: false },
    isBusy: { type: Boolean },
  };

  /** The versions, newest (live) first. */
  declare versions: readonly WidgetVersion[];
  /** Whether a version is being restored. */
  declare isBusy: boolean;

  constructor() {
    super();
    this.versions = [];
    this.isBusy = false;
  }

  override render() {
    return html`<section class="card" aria-labelledby="history-heading">
      <h2 id="history-heading" class="visually-hidden">History</h2>
      <ol class="rows" aria-label="Versions, newest first">
        ${this.versions.map((version, index) => this.renderVersion(version, this.versions[index + 1], index))}
      </ol>
    </section>`;
  }

  private renderVersion(version: WidgetVersion, earlier: WidgetVersion | undefined, index: number) {
    const changed = earlier ? differences(earlier.widget, version.widget) : [];
    const unchanged = earlier ? 'No changes' : 'First version';
    return html`<li class="row version">
      <div>
        <h3>
          Version ${version.version} ${index === 0 ? html`<span class="badge good">Live</span>` : nothing}
        </h3>
        <p class="muted small-text">
          <time datetime=${version.savedAt}>${new Date(version.savedAt).toLocaleString()}</time>, by
          ${version.savedBy ?? 'the service or an API token'}
        </p>
        ${changed.length > 0 ? renderDifferences(changed) : html`<p class="muted small-text">${unchanged}</p>`}
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
              Restore version ${version.version}
            </button>`
      }
    </li>`;
  }
}
