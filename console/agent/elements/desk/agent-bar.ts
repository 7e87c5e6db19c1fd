import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentStatus, ChosenStatus } from '../../../../shared/agent-status.js';
import { controls } from '../../../theme/controls.styles.js';
import { pageHeader } from '../../../theme/page-header.styles.js';
import { chatIcon, mutedIcon, soundIcon } from '../../../theme/icons.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import { defaultPreferences, type Preference, type PreferenceValues } from '../../state/preference.js';
import { agentBarStyles } from './agent-bar.styles.js';

/** The settings, in the order of the menu. */
const settings: readonly (readonly [Preference, string])[] = [
  ['asksBeforeEnd', 'Ask before ending a chat'],
  ['notifies', 'Desktop notifications while this page is hidden'],
];

/**
 * @summary The header of the console: connection, status, sounds, settings, name and sign-out.
 * @event connect-chat-agent-intent - The agent changes the status, mutes the sounds, changes a setting, or signs out.
 */
export class AgentBar extends LitElement {
  static override styles = [controls, pageHeader, agentBarStyles];
  static override properties = {
    displayName: {},
    status: {},
    isMuted: { type: Boolean },
    isLive: { type: Boolean },
    isAdministrator: { type: Boolean },
    preferences: { attribute: false },
  };

  /** The agent's name, as visitors see it. */
  declare displayName: string;
  /** The agent's status: whether new chats are offered. */
  declare status: AgentStatus;
  /** Whether sounds are muted. */
  declare isMuted: boolean;
  /** Whether the console is connected to the service. */
  declare isLive: boolean;
  /** Whether to link to the administrator's pages. */
  declare isAdministrator: boolean;
  /** What the agent prefers in this browser. */
  declare preferences: PreferenceValues;

  constructor() {
    super();
    this.displayName = '';
    this.status = 'OFFLINE';
    this.isMuted = false;
    this.isLive = false;
    this.isAdministrator = false;
    this.preferences = defaultPreferences;
  }

  private want(intent: AgentIntent): void {
    this.dispatchEvent(new IntentEvent(intent));
  }

  override render() {
    const soundLabel = this.isMuted ? 'Sounds are off' : 'Sounds are on';
    return html`<header>
      <span class="mark">${chatIcon}</span>
      <h1>Agent console</h1>
      <span class="connection" data-live=${this.isLive}>${this.isLive ? 'Connected' : 'Connecting…'}</span>
      <span class="space"></span>
      ${this.isAdministrator ? html`<a href="/admin/">Customise</a>` : nothing} ${this.renderStatus()}
      <button
        class="quiet icon"
        aria-label="Mute sounds"
        aria-pressed=${this.isMuted}
        title=${soundLabel}
        @click=${() => this.want({ type: 'mute', isMuted: !this.isMuted })}
      >
        ${this.isMuted ? mutedIcon : soundIcon}
      </button>
      ${this.renderSettings()}
      ${this.displayName ? html`<span class="name" title=${this.displayName}>${this.displayName}</span>` : nothing}
      <button class="quiet small" @click=${() => this.want({ type: 'sign-out' })}>Sign out</button>
    </header>`;
  }

  private renderSettings() {
    return html`<details class="settings">
      <summary>Settings</summary>
      <div>
        ${settings.map(([preference, label]) => this.renderSetting(preference, label))}
        <button class="quiet small" @click=${() => this.want({ type: 'show', dialog: 'keys' })}>
          Keyboard shortcuts
        </button>
      </div>
    </details>`;
  }

  private renderSetting(preference: Preference, label: string) {
    const choose = (event: Event) =>
      this.want({ type: 'prefer', preference, isOn: (event.target as HTMLInputElement).checked });
    return html`<label>
      <input type="checkbox" .checked=${live(this.preferences[preference])} @change=${choose} />
      ${label}
    </label>`;
  }

  private renderStatus() {
    const handleChange = (event: Event): void => {
      this.want({ type: 'status', status: (event.target as HTMLSelectElement).value as ChosenStatus });
      // Shows the status that the service has confirmed: the agent may have to confirm the change first, and cancel.
      this.requestUpdate();
    };
    return html`<label class="status" data-status=${this.status}>
      <span class="visually-hidden">Status</span>
      <span class="dot" aria-hidden="true"></span>
      <select .value=${live(this.status)} @change=${handleChange}>
        <option value="AVAILABLE" ?selected=${this.status === 'AVAILABLE'}>Available</option>
        <option value="OFFLINE" ?selected=${this.status === 'OFFLINE'}>Offline</option>
        ${this.status === 'MISSED' ? html`<option value="MISSED" selected disabled>Missed</option>` : nothing}
      </select>
    </label>`;
  }
}
