import { html, nothing, type LitElement } from 'lit';
import type { OutgoingMessage } from '../../../client/outgoing.js';
import { ChatIntentEvent } from '../../events/chat-intent-event.js';
import type { Strings } from '../../strings/en.js';
import { fill } from '../../strings/fill.js';
import { refusalText } from '../../strings/refusal-text.js';
import { renderBody } from './message-body.js';

interface TranscriptContext extends LitElement {
  /** Whether the chat is connected. */
  readonly isLive: boolean;
  readonly strings: Strings;
}

/** A message that is not stored yet, or was refused: then with buttons that send it again or remove it. */
export function renderOutgoing(view: TranscriptContext, message: OutgoingMessage, index: number) {
  const { strings, isLive } = view;
  const { clientToken, refusal } = message;
  const ask = (type: 'retry' | 'discard') => () =>
    view.dispatchEvent(new ChatIntentEvent({ type, clientToken }));
  return html`<div class="message own ${index === 0 ? 'first' : ''} ${refusal ? 'refused' : 'waiting'}">
    <span class="visually-hidden">${strings.you}:</span>
    <div class="bubble" dir="auto">${renderBody(message, false, strings)}</div>
    <span class="state"
      >${refusal ? fill(strings.notSent, { reason: refusalText(refusal.code, strings) }) : isLive ? strings.sending : strings.waiting}
      ${
        refusal
          ? html`<button @click=${ask('retry')}>${strings.tryAgain}</button
              ><button @click=${ask('discard')}>${strings.remove}</button>`
          : nothing
      }</span
    >
  </div>`;
}
