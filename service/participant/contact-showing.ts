import type { Entry, Speaker } from '../contact/entry.js';
import type { Follower } from '../contact/follow.js';
import { rightsOf, type RoleRights } from '../contact/roles.js';
import { isSent } from './participant-acts.js';
import type { ParticipantView } from './participant-view.js';
import type { PendingSends } from './pending-sends.js';
import { showEntry } from './show-entry.js';
import type { ConnectedParticipant } from './who.js';

interface ContactShowingOptions {
  view: ParticipantView;
  pending: PendingSends;
  /** Learns of the contact's end. */
  session: { ended(): void };
}

/**
 * Shows a contact to one participant on one connection. Where an item would be shown that this connection
 * sent, it gets the answer instead.
 */
export class ContactShowing implements Follower {
  readonly #who: ConnectedParticipant;
  readonly #rights: RoleRights;
  readonly #view: ParticipantView;
  readonly #pending: PendingSends;
  readonly #session: { ended(): void };

  constructor(who: ConnectedParticipant, { view, pending, session }: ContactShowingOptions) {
    this.#who = who;
    this.#rights = rightsOf(who);
    this.#view = view;
    this.#pending = pending;
    this.#session = session;
  }

  entries(entries: readonly Entry[]): void {
    for (const entry of entries) this.#show(entry);
  }

  typing(writer: Speaker): void {
    if (writer.participantId !== this.#who.participantId) this.#view.typing(writer);
  }

  busy(): Promise<void> | null {
    return this.#view.busy();
  }

  failed(error: unknown): void {
    this.#view.failed(error);
  }

  #show(entry: Entry): void {
    this.#pending.cursor = entry.seq;
    if (isSent(entry) && this.#pending.answer(entry)) return;
    showEntry(entry, this.#who, this.#rights, this.#view);
    if (entry.kind === 'chat.ended') this.#session.ended();
  }
}
