import type { ReactiveControllerHost } from 'lit';
import type { TransferTargets } from '../../../../shared/transfer-target.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { AgentSession } from '../../session/agent-session.js';
import type { PreparedTransfer, TransferOption } from '../../state/transfer.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly session: AgentSession;
  readonly request: ServiceRequest;
}

/** Hands a chat over: what the dialog shows, from the choice of a target until the service has confirmed. */
export class DeskTransfer {
  readonly #host: Host;
  readonly #onDone: (text: string) => void;
  #prepared: PreparedTransfer | undefined;

  /** `onDone` is told of a chat that was handed over, in a sentence. */
  constructor(host: Host, onDone: (text: string) => void) {
    this.#host = host;
    this.#onDone = onDone;
  }

  get prepared(): PreparedTransfer | undefined {
    return this.#prepared;
  }

  /** Opens the dialog. `chosen` is the key of the option that is chosen at first. */
  open(contactId: string, chosen = ''): void {
    const chat = this.#host.session.chats.find((each) => each.contactId === contactId);
    if (!chat) return;
    const customerName = chat.card.customer.displayName;
    this.#prepared = { contactId, customerName, chosen, targets: undefined, sent: undefined, problem: '' };
    void this.#load(contactId);
  }

  send(option: TransferOption, note: string): void {
    if (!this.#prepared || this.#prepared.sent) return;
    this.#change({ sent: option, problem: '' });
    this.#host.session.transfer(this.#prepared.contactId, option.to, note);
  }

  cancel(): void {
    this.#prepared = undefined;
    this.#host.requestUpdate();
  }

  /** Takes the chats as they are now: the dialog closes once its chat is gone. */
  follow(): void {
    const { session } = this.#host;
    const prepared = this.#prepared;
    if (!prepared || session.chats.some(({ contactId }) => contactId === prepared.contactId)) return;
    this.#prepared = undefined;
    if (prepared.sent)
      this.#onDone(`${prepared.customerName}'s chat was transferred to ${prepared.sent.name}.`);
  }

  /** The service has refused something; says so in the dialog where it was the transfer. */
  refuse(problem: string): boolean {
    if (!this.#prepared?.sent) return false;
    this.#change({ sent: undefined, problem });
    void this.#load(this.#prepared.contactId);
    return true;
  }

  /** Who is available changes all the time: they are asked for whenever the dialog opens, and after a refusal. */
  async #load(contactId: string): Promise<void> {
    try {
      const targets = (await this.#host.request('GET', '/api/transfer-targets')) as TransferTargets;
      if (this.#prepared?.contactId === contactId) this.#change({ targets });
    } catch (reason) {
      if (this.#prepared?.contactId === contactId) this.#change({ problem: asRefusal(reason).message });
    }
  }

  #change(change: Partial<PreparedTransfer>): void {
    if (this.#prepared) this.#prepared = { ...this.#prepared, ...change };
    this.#host.requestUpdate();
  }
}
