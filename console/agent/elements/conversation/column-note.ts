import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AgentChat } from '../../state/agent-chat.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> {
  readonly renderRoot: ParentNode;
  readonly chat: AgentChat;
  readonly noteDraft: string;
}

/** The editor of private notes in one chat. */
export class ColumnNote {
  readonly #host: Host;
  #isOpen = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the editor and focuses it, or closes it and focuses its button. */
  show(isShown: boolean): void {
    this.#isOpen = isShown;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot
        .querySelector<HTMLElement>(isShown ? 'connect-chat-note-editor' : '.note')
        ?.focus(),
    );
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return html`<connect-chat-note-editor
      .contactId=${this.#host.chat.contactId}
      .draft=${this.#host.noteDraft}
      @close=${() => this.show(false)}
    ></connect-chat-note-editor>`;
  }
}
