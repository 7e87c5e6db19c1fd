import type { AgentFrame } from '../../../shared/protocol/agent-frames.js';

type TransferFrame = Extract<AgentFrame, { type: 'transfer' }>;

/**
 * The transfers that the service has not confirmed yet. A lost connection may have lost the frame, so it is sent again
 * when the chat is shown again. The service ignores a repetition, because it knows who has left the chat.
 */
export class UnconfirmedTransfers {
  readonly #send: (frame: TransferFrame) => void;
  readonly #frames = new Map<string, TransferFrame>();

  constructor(send: (frame: TransferFrame) => void) {
    this.#send = send;
  }

  send(frame: TransferFrame): void {
    this.#frames.set(frame.contactId, frame);
    this.#send(frame);
  }

  /** Sends this contact's transfer again, if it is unconfirmed. */
  sendAgain(contactId: string): void {
    const frame = this.#frames.get(contactId);
    if (frame) this.#send(frame);
  }

  /** The service has confirmed or refused it. */
  settle(contactId: string): void {
    this.#frames.delete(contactId);
  }
}
