import type { ContactOffer } from '../../shared/contact-card.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { Clock } from '../clock.js';
import type { ContactState } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf } from '../contact/roles.js';
import { contactCard } from './contact-card.js';

export interface RingingOffersOptions {
  contacts: Pick<Contacts, 'state' | 'follow' | 'ringsFor'>;
  agentId: string;
  clock: Pick<Clock, 'later'>;
  /** The pre-chat questions of a widget; empty if it was deleted. */
  questionsOf: (widgetId: string) => Promise<readonly PreChatField[]>;
  show: (offer: ContactOffer) => void;
  onError: (error: unknown, contactId: string) => void;
}

/** Milliseconds for which changes are collected before an offer is shown again: customers may write fast. */
const gathered = 250;

/**
 * The offers that ring at one console. An offer is shown again when anything changes that the agent sees on
 * it.
 */
export class RingingOffers {
  readonly #options: RingingOffersOptions;
  readonly #stops = new Map<string, () => void>();

  constructor(options: RingingOffersOptions) {
    this.#options = options;
  }

  /**
   * Shows the offer, and follows the contact while it rings. Resolves once the offer is shown; it may have
   * ended meanwhile.
   */
  async ring(contactId: string): Promise<void> {
    const state = await this.#show(contactId);
    if (state) this.#follow(contactId, state.lastSeq);
  }

  /** Call it when the offer has ended. */
  stop(contactId: string): void {
    this.#stops.get(contactId)?.();
    this.#stops.delete(contactId);
  }

  close(): void {
    for (const contactId of [...this.#stops.keys()]) this.stop(contactId);
  }

  async #show(contactId: string): Promise<ContactState | null> {
    const { contacts, agentId, questionsOf, show } = this.#options;
    const widgetId = (await contacts.state(contactId))?.widgetId ?? '';
    const questions = await questionsOf(widgetId);
    const state = await contacts.state(contactId);
    if (state?.offer?.agentId !== agentId) return null;
    show({
      contact: contactCard(state, questions),
      firstMessage: state.firstMessage,
      latestMessage: state.latestMessage,
      messageCount: state.customerMessages,
      ringMilliseconds: Math.round(contacts.ringsFor(contactId, state.offer.until)),
      ...(state.transfer && {
        transfer: { ...state.transfer, isDirect: state.queue?.agentId === agentId },
      }),
    });
    return state;
  }

  #follow(contactId: string, after: number): void {
    const { contacts, clock, onError } = this.#options;
    let undo: (() => void) | undefined;
    const again = (): void => {
      undo = undefined;
      this.#show(contactId).catch((error: unknown) => onError(error, contactId));
    };
    this.stop(contactId);
    const stop = contacts.follow(contactId, after, {
      entries(entries) {
        if (entries.some(isShown)) undo ??= clock.later(gathered, again);
      },
      failed: (error) => onError(error, contactId),
    });
    this.#stops.set(contactId, () => {
      stop();
      undo?.();
    });
  }
}

/** Whether an offer displays anything of this entry. */
const isShown = (entry: Entry): boolean =>
  entry.kind === 'message' || entry.kind === 'attachment'
    ? rightsOf(entry.who).isServed
    : entry.kind === 'customer.gone' || entry.kind === 'customer.back';
