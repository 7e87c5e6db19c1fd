import { html, nothing, type TemplateResult } from 'lit';
import { customerIcon } from '../../../theme/icons.js';
import { isOpen, type AgentChat } from '../../state/agent-chat.js';
import type { AgentIntent } from '../../state/agent-intent.js';

/** Renders the buttons in a chat's header: the customer's details, and the end of the chat or of its column. */
export const renderHeaderActions = (
  chat: AgentChat,
  showsDetails: boolean,
  ask: (intent: AgentIntent) => void,
): TemplateResult =>
  html`<button
      class="quiet icon details"
      aria-label="Customer details"
      title="Customer details"
      aria-expanded=${showsDetails}
      @click=${() => ask({ type: 'details', contactId: chat.contactId, isOpen: !showsDetails })}
    >
      ${customerIcon}
    </button>
    ${renderEnd(chat, ask)}`;

/** A chat with after-contact work stays until the work is done. */
function renderEnd(chat: AgentChat, ask: (intent: AgentIntent) => void): TemplateResult | typeof nothing {
  const { contactId, phase, wrapUp } = chat;
  if (!isOpen(chat)) {
    if (wrapUp) return nothing;
    return html`<button class="small" @click=${() => ask({ type: 'close', contactId })}>Close</button>`;
  }
  const handleClick = (event: MouseEvent): void =>
    ask({ type: 'end', contactId, isByKey: event.detail === 0 });
  return html`<button class="small" ?disabled=${phase !== 'open'} @click=${handleClick}>End chat</button>`;
}
