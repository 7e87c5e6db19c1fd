import type { Commander } from '../contact/contact-inbox.js';
import type { Outcome } from '../contact/decide-round.js';
import { toStored, type ParticipantActs, type SentEntry } from './participant-acts.js';
import type { ParticipantView } from './participant-view.js';
import { SentCounts } from './sent-counts.js';
import type { Who } from './who.js';

export interface PendingSendsOptions {
  acts: Pick<ParticipantActs, 'read'>;
  who: Who;
  view: Pick<ParticipantView, 'stored' | 'refused'>;
}

/** A command that carries its sender's client token. */
interface Sent {
  clientToken: string;
}

/**
 * The messages that one connection has sent and that aren't answered yet. Each is answered where its item
 * would be shown, so that the connection gets everything in the order of the log.
 */
export class PendingSends implements Commander<Sent> {
  /** The last number that was shown to the connection. */
  cursor: number;
  readonly #options: PendingSendsOptions;
  readonly #sent = new SentCounts();

  constructor(options: PendingSendsOptions, cursor: number) {
    this.#options = options;
    this.cursor = cursor;
  }

  add(clientToken: string): void {
    this.#sent.add(clientToken);
  }

  /** Answers each send of this entry. False if this connection didn't send it, so that it must be shown. */
  answer(entry: SentEntry): boolean {
    const { who, view } = this.#options;
    const { clientToken } = entry;
    if (entry.who.participantId !== who.participantId || clientToken === null) return false;
    const times = this.#sent.take(clientToken);
    if (times === 0) return false;
    const stored = toStored(who.contactId, entry);
    for (let time = 0; time < times; time += 1) view.stored(stored);
    return true;
  }

  /**
   * Answers a repeated send if its item was shown long ago. Otherwise the item is still to come, and is
   * answered then.
   */
  done({ repeats }: Outcome, sent: Sent): void {
    if (repeats !== null && repeats <= this.cursor && this.#sent.has(sent.clientToken))
      void this.#answerAgain(sent, repeats);
  }

  refused(error: unknown, { clientToken }: Sent): void {
    this.#sent.take(clientToken);
    this.#options.view.refused(error, clientToken);
  }

  async #answerAgain(sent: Sent, seq: number): Promise<void> {
    const { acts, who } = this.#options;
    try {
      const entry = await acts.read(who, seq);
      if (entry) this.answer(entry);
    } catch (error) {
      this.refused(error, sent);
    }
  }
}
