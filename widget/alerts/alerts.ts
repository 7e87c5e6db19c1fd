import '../strings/en-later.js';
import { html, nothing } from 'lit';
import { plainContent } from '../../shared/plain-content.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { PageTheme } from '../../shared/widget-config.js';
import { shownConfiguration, type ConversationHost } from '../conversation/conversation-host.js';
import type { Strings } from '../strings/en.js';
import { speakerName } from '../strings/speaker-name.js';
import { SoundAlert } from './sound-alert.js';
import { Teaser } from './teaser.js';
import { TitleCount } from './title-count.js';

if (!customElements.get('connect-chat-teaser')) customElements.define('connect-chat-teaser', Teaser);

/** Characters of a message that are shown beside the launcher. */
const teased = 200;

export interface TeaserLook {
  strings: Strings;
  theme: PageTheme;
  scheme: 'light' | 'dark';
}

/** Alerts the visitor to messages that they do not see: by a sound, in the page's title, and beside the launcher. */
export class Alerts {
  /** The number of unread messages in the page's title. */
  readonly title = new TitleCount();
  readonly #host: ConversationHost;
  readonly #sound: SoundAlert;
  /** The last message that came while the panel was closed, until it is opened or the visitor dismisses the message. */
  #item: TranscriptItem | undefined;

  constructor(host: ConversationHost) {
    this.#host = host;
    this.#sound = new SoundAlert(host.address);
  }

  /** A message arrived that the visitor does not see. */
  call(item: TranscriptItem): void {
    if (shownConfiguration(this.#host).features.sound) this.#sound.play(item.id);
    this.#show(this.#host.isShown ? undefined : item);
  }

  /** Removes the message beside the launcher. */
  clear(): void {
    if (this.#item) this.#show(undefined);
  }

  /** The message beside the launcher as a text for screen readers; empty for none. */
  words(strings: Strings): string {
    return this.#item ? `${speakerName(this.#item, strings)}: ${textOf(this.#item)}` : '';
  }

  /** The message beside the launcher, unless the page has its own launcher. */
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
    this.title.destroy();
    this.#sound.destroy();
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
