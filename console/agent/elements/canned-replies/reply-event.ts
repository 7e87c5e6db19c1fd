import type { CannedReply } from '../../../../shared/canned-reply.js';

/** The agent chose a canned reply. */
export class ReplyEvent extends Event {
  static readonly eventName = 'connect-chat-reply';
  readonly reply: CannedReply;

  constructor(reply: CannedReply) {
    super(ReplyEvent.eventName);
    this.reply = reply;
  }
}

/** The agent chose none; `search` is what was typed. */
export class ReplyCancelEvent extends Event {
  static readonly eventName = 'connect-chat-reply-cancel';
  readonly search: string;

  constructor(search: string) {
    super(ReplyCancelEvent.eventName);
    this.search = search;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-reply': ReplyEvent;
    'connect-chat-reply-cancel': ReplyCancelEvent;
  }
}
