import '../strings/en-later.js';
import { html, nothing } from 'lit';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { PageTheme } from '../../shared/widget-config.js';
import { plainContent } from '../../shared/plain-content.js';
import type { ConversationHost } from '../conversation/conversation-host.js';
import type { Strings } from '../strings/en.js';
import { speakerName } from '../strings/speaker-name.js';
import { Alerts } from './alerts.js';
import { Teaser } from './teaser.js';

if (!customElements.get('connect-chat-teaser')) customElements.define('connect-chat-teaser', Teaser);

/** Characters of a message that are shown beside the launcher. */
const teased = 200;

export interface TeaserLook {
  strings: Strings;
  theme: PageTheme;
  scheme: 'light' | 'dark';
}

/** Calls the visitor to messages that they do not see: by a sound, by the page's title, and beside the launcher. */
export class Unseen {
  readonly alerts: Alerts;
  readonly #host: ConversationHost;
  /** What was said last while the panel was closed, until it is opened or the visitor puts it away. */
  #item: TranscriptItem | undefined;

  constructor(host: ConversationHost) {
    this.#host = host;
    this.alerts = new Alerts(host.address);
  }

  /** A message came that the visitor does not see. */
  heard(item: TranscriptItem, hasSound: boolean): void {
    if (hasSound) this.alerts.heard(item.id);
    this.#show(this.#host.isShown ? undefined : item);
  }

  /** Nothing stands beside the launcher any more. */
  clear(): void {
    if (this.#item) this.#show(undefined);
  }

  /** Who said what, for those who can't see it; empty for nothing. */
  words(strings: Strings): string {
    return this.#item ? `${speakerName(this.#item, strings)}: ${textOf(this.#item)}` : '';
  }

  /** The message beside the launcher, unless the page has a launcher of its own. */
  render({ strings, theme, scheme }: TeaserLook): unknown {
    const { hideLauncher, dir } = this.#host;
    const item = this.#item;
    if (!item || hideLauncher) return nothing;
    return html`<connect-chat-teaser
      exportparts="teaser"
      .name=${speakerName(item, strings)}
      .text=${textOf(item)}
      .isPerson=${item.participantRole === 'AGENT'}
      .theme=${theme}
      .scheme=${scheme}
      .strings=${strings}
      side=${theme.launcherPosition}
      dir=${dir || strings.direction}
      @open=${() => void this.#host.show().catch(() => undefined)}
      @close=${() => this.clear()}
    ></connect-chat-teaser>`;
  }

  destroy(): void {
    this.alerts.destroy();
  }

  #show(item: TranscriptItem | undefined): void {
    this.#item = item;
    this.#host.requestUpdate();
  }
}

function textOf(item: TranscriptItem): string {
  const text = plainContent(item);
  return text.length > teased ? `${text.slice(0, teased - 1)}…` : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-teaser': Teaser;
  }
}
