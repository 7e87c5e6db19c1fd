import { html, type TemplateResult } from 'lit';
import type { AgentChat } from '../../state/agent-chat.js';

/** What the buttons above the composer do. */
export interface ChatTools {
  chat: AgentChat;
  isNoting: boolean;
  isPicking: boolean;
  onReplies: () => void;
  onNote: () => void;
  onTransfer: () => void;
}

/** Renders what an agent does in a chat besides writing to the customer. */
export const renderTools = ({
  chat,
  isNoting,
  isPicking,
  onReplies,
  onNote,
  onTransfer,
}: ChatTools): TemplateResult =>
  html`<div class="tools">
    <button
      class="quiet small"
      aria-expanded=${isPicking}
      title="Type / in an empty message"
      @click=${onReplies}
    >
      Canned replies
    </button>
    ${renderNoteTool(isNoting, onNote)}
    <button class="quiet small" ?disabled=${chat.phase !== 'open'} @click=${onTransfer}>Transfer</button>
  </div>`;

/** Renders what opens the editor of private notes. */
export const renderNoteTool = (isNoting: boolean, onNote: () => void): TemplateResult =>
  html`<button class="quiet small note" aria-expanded=${isNoting} @click=${onNote}>Add note</button>`;
