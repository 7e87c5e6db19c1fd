import { createNanoEvents } from 'nanoevents';
import { ChatError } from '../../../client/chat-error.js';
import type { ChatSessionEvents } from '../../../client/chat-session-options.js';
import type { SessionState } from '../../../client/session-state.js';
import { createMemoryStore } from '../../../client/chat-store.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { ConversationSession } from '../../../widget/conversation/conversation-host.js';
import { en } from '../../../shared/visitor-texts/en.js';
import type { PreviewState } from './preview-view.js';
import {
  sampleCustomerId,
  sampleItem,
  sampleTranscript,
  type SampleChat,
  type SampleSource,
} from './sample-transcript.js';

/** Milliseconds until the sample agent starts typing, and until it replies. */
const typingAfter = 500;
const answerAfter = 1_600;

/** The sample chat of each state that shows one. */
const chats: Partial<Record<PreviewState, SampleChat>> = { chat: 'chat', nobody: 'nobody', ended: 'ended' };
const sessionStates: Partial<Record<PreviewState, SessionState>> = {
  questions: 'idle',
  away: 'idle',
  ended: 'ended',
  error: 'failed',
};

/** A chat session without a service, for the preview. It stores nothing, and a sample agent replies to messages. */
export class SampleSession implements ConversationSession {
  readonly items: TranscriptItem[] = [];
  readonly waiting = [];
  readonly contactId = 'sample';
  readonly participantId = sampleCustomerId;
  readonly participantToken = undefined;
  readonly displayName = 'You';
  readonly longMessages = false;
  readonly faces = {};
  readonly nextAttempt = undefined;
  readonly store = createMemoryStore();
  readonly #events = createNanoEvents<ChatSessionEvents>();
  #state: SessionState = 'idle';
  #failure: ChatError | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #source: SampleSource = { texts: en, startsOnOpen: false };

  get state(): SessionState {
    return this.#state;
  }
  get failure(): ChatError | undefined {
    return this.#failure;
  }

  on<Event extends keyof ChatSessionEvents>(event: Event, listener: ChatSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Shows a state of the preview, and uses other texts from now on. */
  show(state: PreviewState, source = this.#source): void {
    this.#source = source;
    const isError = state === 'error';
    this.#failure = isError
      ? new ChatError('TOKEN_REFUSED', 'The chat couldn’t be started. Try again in a moment.')
      : undefined;
    const chat = chats[state] ?? (source.startsOnOpen && !isError ? 'started' : 'none');
    this.#enter(sessionStates[state] ?? (chat === 'none' ? 'idle' : 'live'), chat);
  }

  #enter(state: SessionState, chat: SampleChat): void {
    this.#stop();
    this.items.splice(0, this.items.length, ...sampleTranscript(chat, this.#source));
    this.#state = state;
    this.#events.emit('state', state);
    this.#events.emit('items', this.items, false);
  }

  async send(content: string): Promise<TranscriptItem> {
    const isFirst = this.#state === 'idle';
    if (isFirst) this.#enter('live', 'none');
    const item = this.#add('CUSTOMER', content);
    const { greeting, connecting } = this.#source.texts;
    if (isFirst) for (const text of [greeting, connecting]) this.#add('SYSTEM', text);
    this.#stop();
    this.#timers = [
      setTimeout(
        () => this.#events.emit('typing', { participantId: 'sample-agent', displayName: 'Maria' }),
        typingAfter,
      ),
      setTimeout(() => void this.#add('AGENT', 'This is what a reply looks like.'), answerAfter),
    ];
    return item;
  }

  async start(): Promise<{ contactId: string }> {
    if (this.#state !== 'live') this.#enter('live', 'started');
    return { contactId: this.contactId };
  }

  async end(): Promise<void> {
    this.#stop();
    this.#state = 'ended';
    this.#events.emit('state', 'ended');
  }

  restore = (): boolean => true;
  reset = async (): Promise<void> => this.show('open');
  renew = (): void => this.show('open');
  destroy(): void {
    this.#stop();
    this.#events.events = {};
  }
  // A sample has no unsent or refused messages, and no connection.
  typing(): void {}
  read(): void {}
  /** The preview can't send files. */
  attach(): Promise<TranscriptItem> {
    return Promise.reject(new ChatError('ATTACHMENTS_DISABLED', 'A preview sends no files.'));
  }

  retry(): void {}
  discard(): void {}
  reconnectNow(): void {}

  #add(role: 'AGENT' | 'CUSTOMER' | 'SYSTEM', content: string): TranscriptItem {
    const item = sampleItem(this.items.length + 1, [role, content]);
    this.items.push(item);
    this.#events.emit('items', [item], true);
    return item;
  }

  #stop(): void {
    this.#timers.splice(0).forEach((timer) => clearTimeout(timer));
  }
}
