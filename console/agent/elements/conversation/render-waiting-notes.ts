import { html, nothing } from 'lit';
import type { OutgoingMessage } from '../../../../client/outgoing.js';

/** What becomes of a note that the service did not take. */
export type AskNote = (type: 'retry' | 'discard', clientToken: string) => void;

/** Renders notes that are not stored yet apart from the messages on their way: they never reach the customer. */
export function renderWaitingNotes(notes: readonly OutgoingMessage[], ask: AskNote) {
  if (notes.length === 0) return nothing;
  return html`<ul class="waiting-notes" aria-label="Notes that are not saved yet">
    ${notes.map(
      ({ clientToken, content, refusal }) =>
        html`<li>
          <span class="text">${content}</span>
          <span class="state">${refusal ? `Not saved: ${refusal.message}` : 'Saving note…'}</span>
          ${
            refusal
              ? html`<button class="small" @click=${() => ask('retry', clientToken)}>Try again</button>
                  <button class="small" @click=${() => ask('discard', clientToken)}>Remove</button>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}
