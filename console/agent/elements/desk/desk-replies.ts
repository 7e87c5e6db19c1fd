import type { ReactiveControllerHost } from 'lit';
import type { CannedReply } from '../../../../shared/canned-reply.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { AgentSession } from '../../session/agent-session.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly session: AgentSession;
  readonly request: ServiceRequest;
}

/** Reads the canned replies whenever the agent looks for one; meanwhile those of the last time are there. */
export class DeskReplies {
  readonly #host: Host;
  #loaded = noReplies;

  constructor(host: Host) {
    this.#host = host;
  }

  get loaded(): LoadedReplies {
    const agentName = this.#host.session.agent?.displayName ?? '';
    // The same object, as long as nothing is other than before: the columns are not drawn again.
    if (this.#loaded.agentName !== agentName) this.#loaded = { ...this.#loaded, agentName };
    return this.#loaded;
  }

  async load(): Promise<void> {
    const loaded = await this.#host.request('GET', '/api/canned-replies').then(
      (list) => ({ list: list as CannedReply[], problem: '' }),
      (reason: unknown) => ({ problem: asRefusal(reason).message }),
    );
    this.#loaded = { ...this.#loaded, ...loaded };
    this.#host.requestUpdate();
  }
}
