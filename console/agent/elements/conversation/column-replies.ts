import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Composer } from '../../../../widget/elements/composer/composer.js';
import type { AgentChat } from '../../state/agent-chat.js';
import { fillReply } from '../../state/fill-reply.js';
import type { LoadedReplies } from '../../state/loaded-replies.js';
import type { ReplyCancelEvent, ReplyEvent } from '../canned-replies/reply-event.js';
import { insertText } from './insert-text.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly renderRoot: ParentNode;
  readonly chat: AgentChat;
  readonly replies: LoadedReplies;
}

/** The canned replies of one chat: the search over them, and their way into the message that the agent writes. */
export class ColumnReplies {
  readonly #host: Host;
  readonly #load: () => void;
  #openedBy: 'button' | 'slash' | undefined;

  /** @param load - Loads the replies; called whenever the agent looks for one. */
  constructor(host: Host, load: () => void) {
    this.#host = host;
    this.#load = load;
  }

  /** Whether a reply is being chosen. */
  get isOpen(): boolean {
    return this.#openedBy !== undefined;
  }

  /** Opens the search. One that a slash has opened replaces the slash. */
  open(by: 'button' | 'slash'): void {
    this.#set(by);
    this.#load();
  }

  toggle(): void {
    if (this.isOpen) this.#cancel('');
    else this.open('button');
  }

  /** Inserts a reply with its placeholders filled in. Nothing is sent. */
  insert(text: string): void {
    const { chat, replies } = this.#host;
    const replacesAll = this.#openedBy === 'slash';
    this.#set(undefined);
    insertText(this.#composer, { ...fillReply(text, chat.card, replies.agentName), replacesAll });
  }

  render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<connect-chat-reply-picker
      .replies=${this.#host.replies}
      @connect-chat-reply=${({ reply }: ReplyEvent) => this.insert(reply.text)}
      @connect-chat-reply-cancel=${({ search }: ReplyCancelEvent) => this.#cancel(search)}
    ></connect-chat-reply-picker>`;
  }

  /** Nothing that was typed is lost: what follows a slash may have been meant for the customer. */
  #cancel(search: string): void {
    const isTyped = this.#openedBy === 'slash' && search !== '';
    this.#set(undefined);
    if (isTyped) insertText(this.#composer, { text: `/${search}`, replacesAll: true });
    else this.#composer.focus();
  }

  #set(openedBy: 'button' | 'slash' | undefined): void {
    this.#openedBy = openedBy;
    this.#host.requestUpdate();
  }

  get #composer(): Composer {
    return this.#host.renderRoot.querySelector('connect-chat-composer')!;
  }
}
