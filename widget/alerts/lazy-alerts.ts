import { html, type TemplateResult } from 'lit';
import { ignoreRejection } from '../async/ignore-rejection.js';
import { Lazy } from '../async/lazy.js';
import type { ConversationHost } from '../conversation/conversation-host.js';
import type { Alerts, TeaserLook } from './alerts.js';

/** Alerts to messages that the visitor does not see. Their code is loaded with the first of them. */
export class LazyAlerts {
  readonly #alerts: Lazy<Alerts>;
  #isDestroyed = false;

  constructor(host: ConversationHost) {
    this.#alerts = new Lazy(async () => new (await import('./alerts.js')).Alerts(host));
  }

  /** Uses the alerts once they are loaded. If that fails, only the launcher's count alerts the visitor. */
  use(use: (alerts: Alerts) => void): void {
    ignoreRejection(this.#alerts.get().then((alerts) => this.#isDestroyed || use(alerts)));
  }

  /** Removes the message beside the launcher. */
  clear(): void {
    this.#alerts.current?.clear();
  }

  /** The message beside the launcher, and the same as a text for screen readers. */
  render(look: TeaserLook): TemplateResult {
    const alerts = this.#alerts.current;
    return html`<span class="visually-hidden" role="status">${alerts?.words(look.strings)}</span>
      ${alerts?.render(look)}`;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#alerts.current?.destroy();
  }
}
