import { html, type TemplateResult } from 'lit';
import type { ConversationHost } from '../conversation/conversation-host.js';
import type { TeaserLook, Unseen } from './unseen.js';

/** Messages that the visitor does not see. What calls the visitor to them is loaded with the first. */
export class UnseenAtNeed {
  readonly #host: ConversationHost;
  #unseen: Unseen | undefined;
  #isDestroyed = false;

  constructor(host: ConversationHost) {
    this.#host = host;
  }

  /** Uses it once it is loaded; where it can't be loaded, the launcher's number is all that calls the visitor. */
  call(use: (unseen: Unseen) => void): void {
    import('./unseen.js').then(
      ({ Unseen }) => this.#isDestroyed || use((this.#unseen ??= new Unseen(this.#host))),
      () => undefined,
    );
  }

  /** Nothing stands beside the launcher any more. */
  clear(): void {
    this.#unseen?.clear();
  }

  /** Beside the launcher, what was said while the panel was closed; and the same for those who can't see it. */
  render(look: TeaserLook): TemplateResult {
    const unseen = this.#unseen;
    return html`<span class="visually-hidden" role="status">${unseen?.words(look.strings)}</span>
      ${unseen?.render(look)}`;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#unseen?.destroy();
  }
}
