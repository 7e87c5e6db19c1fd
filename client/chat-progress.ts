import type { Emitter } from 'nanoevents';
import { actionOf } from '../shared/protocol/codes.js';
import type { ResumedFrame, StartedFrame } from '../shared/protocol/customer-frames.js';
import type { ErrorFrame } from '../shared/protocol/participant-frames.js';
import { ChatError } from './chat-error.js';
import type { ChatSessionEvents, ChatSessionOptions } from './chat-session-options.js';
import type { SessionState } from './session-state.js';
import type { ChatStore } from './chat-store.js';
import type { ContactChannel } from './contact-channel.js';
import type { Environment } from './environment.js';
import type { KeptChat } from './kept-chat.js';
import { toFirstMessage } from './outgoing.js';
import type { Reconnect } from './reconnect.js';
import { createStartFrame } from './start-frame.js';

/** The parts of a session that {@link ChatProgress} uses. */
export interface ChatParts {
  environment: Environment;
  events: Emitter<ChatSessionEvents>;
  store: ChatStore;
  connection: Reconnect;
  channel: ContactChannel;
}

/**
 * Codes that refuse the start itself. After other permanent refusals the service closes the connection with a code.
 */
const startRefusals = /^(TOKEN_R|ANSWER|ATTRIBUTES|FRAME|MESSAGE|CONTENT_|PROTOCOL)/;

/**
 * The state machine of a visitor's chat:
 *
 *     idle → connecting → live ⇄ reconnecting     the service has the chat; the connection is lost and restored
 *     connecting, live, reconnecting → ended      the chat has ended
 *     connecting, live, reconnecting → failed     the chat is permanently refused
 *     ended, failed → idle, connecting            the visitor leaves the chat, or starts another
 *
 * On each connection, while connecting or reconnecting, it goes through a handshake:
 *
 *     asking → asked → open     asks the website for a token, then the service for the chat
 *     asked → open              resumes a chat that this page or an earlier one started
 *     asked → asking            the token was refused: asks for another one, once
 *     asked → asked             the service has another log: resumes from its beginning
 */
export class ChatProgress {
  // For reading only: this class alone changes them.
  state: SessionState = 'idle';
  failure: ChatError | undefined;
  /** The chat as the service described it; undefined until it has answered. */
  chat: StartedFrame | ResumedFrame | undefined;
  /** What the browser stores for the next page. */
  kept: KeptChat | undefined;
  readonly #options: ChatSessionOptions;
  readonly #environment: Environment;
  readonly #events: Emitter<ChatSessionEvents>;
  readonly #store: ChatStore;
  readonly #connection: Reconnect;
  readonly #channel: ContactChannel;
  #phase: 'asking' | 'asked' | 'open' | undefined;
  /** How many tokens the website has returned for this start. */
  #tokens = 0;

  constructor(options: ChatSessionOptions, parts: ChatParts) {
    this.#options = options;
    this.#environment = parts.environment;
    this.#events = parts.events;
    this.#store = parts.store;
    this.#connection = parts.connection;
    this.#channel = parts.channel;
  }

  /** See {@link ChatSession.restore}. */
  restore(): boolean {
    if (!this.#recall()) return false;
    if (this.state === 'idle') this.#connect();
    return true;
  }

  /** See {@link ChatSession.start}. */
  async start(answers?: Record<string, string>, leftMessage?: string): Promise<{ contactId: string }> {
    this.#leaveFinished();
    if (this.chat) return { contactId: this.chat.contactId };
    const started = this.#until('live');
    if (!this.#recall()) this.#keep({ startToken: this.#environment.secret(), answers, leftMessage });
    if (this.state === 'idle' || this.state === 'failed') this.#connect();
    return { contactId: await started };
  }

  /** See {@link ChatSession.renew}. */
  renew(): void {
    this.#leaveFinished();
    this.failure = undefined;
    if (this.state === 'failed') this.#setState('idle');
  }

  /** See {@link ChatSession.end}. */
  async end(): Promise<unknown> {
    const kept = this.kept;
    if (!kept || this.state === 'ended' || this.state === 'failed') return;
    this.#keep({ ...kept, isEnding: true });
    const ended = this.#until('ended');
    this.#channel.end();
    return ended;
  }

  /** The visitor leaves the chat. If it has not ended, it continues without them. */
  reset(): void {
    this.#connection.stop();
    this.#keep(undefined);
    this.chat = undefined;
    this.failure = undefined;
    this.#channel.reset();
    this.#setState('idle');
  }

  /** A connection was opened: the handshake begins. */
  begin(): void {
    const kept = this.kept;
    if (!kept) return;
    const { participantToken } = kept;
    if (participantToken === undefined) return void this.#start(kept);
    this.#phase = 'asked';
    const after = this.#channel.transcript.lastSeq;
    // A client that has seen no item has no epoch to compare.
    const epoch = after > 0 ? this.chat?.epoch : undefined;
    this.#connection.send({ type: 'resume', participantToken, after, epoch });
  }

  /** The service has started or resumed the chat. */
  opened(frame: StartedFrame | ResumedFrame): void {
    const kept = this.kept;
    this.#phase = 'open';
    this.chat = frame;
    this.failure = undefined;
    this.#connection.succeeded();
    if (kept && frame.type === 'started') {
      const { startToken, isEnding } = kept;
      const { participantToken } = frame;
      this.#keep({ startToken, participantToken, ...(isEnding && { isEnding }) });
    }
    this.#setState('live');
    const { participantId, displayName } = frame;
    const own = { participantId, displayName, participantRole: 'CUSTOMER' } as const;
    this.#channel.open(own, frame.type === 'resumed' ? frame.lastSeq : 0);
    if (kept?.isEnding) this.#channel.end();
  }

  /** The service answered with an error. */
  refused({ code, message, clientToken, retryAfter }: ErrorFrame): void {
    const error = new ChatError(code, message, clientToken);
    const action = actionOf(code);
    if (clientToken !== undefined) {
      this.#channel.sending.refused(error, action);
      if (action === 'retry') return;
    }
    if (this.#phase === 'open') return this.#events.emit('error', error);
    if (code === 'CURSOR_BEYOND_LOG') {
      this.#channel.clear();
      this.begin();
    } else if (code === 'TOKEN_REFUSED' && this.#tokens === 1) this.begin();
    else if (action === 'retry') {
      this.failure = error;
      this.#connection.restart(retryAfter);
    } else if (startRefusals.test(code)) this.fail(error);
  }

  lost(): void {
    this.#channel.close();
    if (this.state === 'live') this.state = 'reconnecting';
    // Emitted at each loss: the time of the next attempt has changed.
    this.#events.emit('state', this.state);
  }

  /** The chat has ended. */
  ended(): void {
    const kept = this.kept;
    this.#connection.stop();
    if (kept?.isEnding) this.#keep({ ...kept, isEnding: false });
    this.#setState('ended');
  }

  /** The chat is refused permanently. */
  fail(error: ChatError): void {
    this.failure = error;
    this.#connection.stop();
    this.#channel.fail(error);
    // The next page does not retry a start that failed; only the visitor does.
    if (!this.kept?.participantToken) this.#keep(undefined);
    this.#setState('failed');
    this.#events.emit('error', error);
  }

  #setState(state: SessionState): void {
    if (this.state === state) return;
    this.state = state;
    this.#events.emit('state', state);
  }

  /** Resolves with the contact's id when the chat reaches this state; rejects if it fails. */
  #until(state: SessionState): Promise<string> {
    return new Promise((resolve, reject) => {
      const undo = this.#events.on('state', (now) => {
        if (now !== state && now !== 'failed') return;
        undo();
        if (now === state) resolve(this.chat!.contactId);
        else reject(this.failure!);
      });
    });
  }

  #recall(): KeptChat | undefined {
    return (this.kept ??= this.#store.readChat());
  }

  #keep(kept: KeptChat | undefined): void {
    this.kept = kept;
    this.#store.writeChat(kept);
  }

  #connect(): void {
    this.failure = undefined;
    this.#tokens = 0;
    this.#channel.sending.read();
    this.#setState('connecting');
    this.#connection.start();
  }

  async #start(kept: KeptChat): Promise<void> {
    const { startElsewhere } = this.#options;
    this.#phase = 'asking';
    /** False if the chat was left meanwhile, or the connection was lost and opened again. */
    const isAwaited = (): boolean => this.kept === kept && this.#phase === 'asking';
    try {
      if (startElsewhere) {
        const participantToken = await startElsewhere();
        if (!isAwaited()) return;
        this.#keep({ ...kept, participantToken });
        return this.begin();
      }
      const frame = await createStartFrame(kept, this.#options);
      if (frame.token !== undefined) this.#tokens += 1;
      const first = await this.#channel.sending.first();
      if (!isAwaited()) return;
      this.#phase = 'asked';
      this.#connection.send({ ...frame, message: first && toFirstMessage(first) });
    } catch (reason) {
      const detail = reason instanceof Error ? `: ${reason.message}` : '.';
      this.fail(new ChatError('AUTHENTICATE_FAILED', `No token for this chat${detail}`));
    }
  }

  #leaveFinished(): void {
    if (this.state === 'ended' || this.failure?.code === 'PARTICIPANT_REFUSED') this.reset();
  }
}
