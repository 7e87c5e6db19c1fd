import type { ReactiveControllerHost } from 'lit';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { AgentSession } from '../../session/agent-session.js';
import type { Preview } from '../../state/preview.js';
import { asShown } from '../../state/private-note.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly session: AgentSession;
  readonly request: ServiceRequest;
}

/** Loads what was said in a chat that rings, so that the agent knows it before accepting. */
export class DeskPreview {
  readonly #host: Host;
  #shown: Preview | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get shown(): Preview | undefined {
    return this.#shown;
  }

  open(contactId: string): void {
    this.#shown = { contactId, items: undefined, problem: '' };
    void this.#load(contactId);
  }

  close(): void {
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  /** Takes the offers as they are now: what no longer rings is no longer shown. */
  follow(): void {
    const { offers } = this.#host.session;
    if (!offers.some(({ card }) => card.contactId === this.#shown?.contactId)) this.#shown = undefined;
  }

  async #load(contactId: string): Promise<void> {
    const path = `/api/contacts/${encodeURIComponent(contactId)}/transcript`;
    const loaded = await this.#host.request('GET', path).then(
      (answer) => ({ items: (answer as { items: TranscriptItem[] }).items.map(asShown) }),
      (reason: unknown) => ({ problem: asRefusal(reason).message }),
    );
    if (this.#shown?.contactId !== contactId) return;
    this.#shown = { ...this.#shown, ...loaded };
    this.#host.requestUpdate();
  }
}
