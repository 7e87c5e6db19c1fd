import { backOff } from '../../client/back-off.js';
import { pageEnvironment } from '../../client/environment.js';
import type { KeptSurvey } from '../../client/kept-chat.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import { sendSurvey } from './send-survey.js';

/**
 * - `open`: not answered
 * - `sending`: answered, not stored yet
 * - `waiting`: the service could not be reached; it is tried again by itself
 * - `sent`: stored
 * - `refused`: the service does not take it
 */
export type RatingPhase = 'open' | 'sending' | 'waiting' | 'sent' | 'refused';

/** Sends the answer to a survey: it is stored in this browser with the chat, and sent until the service has it. */
export class Rating {
  readonly #host: ConversationHost;
  readonly #session: ConversationSession;
  readonly #environment = pageEnvironment();
  /** Answers by participant token: sending one chat's continues during the next chat. */
  readonly #phases = new Map<string, RatingPhase>();

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.#session = session;
    const { survey, participantToken } = session.store.readChat() ?? {};
    if (survey && participantToken && !survey.isSent) void this.#send(participantToken, survey);
  }

  /** The state of this chat's answer. */
  get phase(): RatingPhase {
    const { survey, participantToken = '' } = this.#session.store.readChat() ?? {};
    return this.#phases.get(participantToken) ?? (survey?.isSent ? 'sent' : 'open');
  }

  rate(rating: number, comment: string): void {
    const answer = { clientToken: this.#environment.secret(), rating, comment };
    const { participantToken } = this.#session.store.readChat() ?? {};
    // A preview's sample chat is neither stored nor sent.
    if (participantToken === undefined) return this.#set('', 'sent');
    this.#keep(participantToken, answer);
    void this.#send(participantToken, answer);
  }

  async #send(participantToken: string, answer: KeptSurvey, failures = 0): Promise<void> {
    if (failures === 0) this.#set(participantToken, 'sending');
    const { clientToken, rating, comment } = answer;
    const outcome = await sendSurvey(this.#host.address, participantToken, { clientToken, rating, comment });
    if (outcome === 'again') {
      this.#set(participantToken, 'waiting');
      await this.#until(backOff(failures + 1, this.#environment.random()));
      return this.#send(participantToken, answer, failures + 1);
    }
    this.#keep(participantToken, outcome === 'sent' ? { ...answer, isSent: true } : undefined);
    this.#set(participantToken, outcome);
  }

  /** Resolves after this many milliseconds, or when the network or the page is back. */
  #until(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const undos = [
        this.#environment.later(milliseconds, () => done()),
        this.#environment.onReturn(() => done()),
      ];
      const done = (): void => {
        undos.forEach((undo) => undo());
        resolve();
      };
    });
  }

  #keep(participantToken: string, survey: KeptSurvey | undefined): void {
    const { store } = this.#session;
    const { survey: _before, ...kept } = store.readChat() ?? { startToken: '' };
    // A chat that was forgotten meanwhile must not be stored again.
    if (kept.participantToken === participantToken) store.writeChat({ ...kept, ...(survey && { survey }) });
  }

  #set(participantToken: string, phase: RatingPhase): void {
    this.#phases.set(participantToken, phase);
    this.#host.requestUpdate();
  }
}
