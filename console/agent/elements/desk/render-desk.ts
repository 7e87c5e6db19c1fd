import { html, nothing, type TemplateResult } from 'lit';
import type { Upload } from '../../../../client/uploads.js';
import type { AgentSession } from '../../session/agent-session.js';
import type { AgentChat } from '../../state/agent-chat.js';
import type { DeskSituation } from '../../state/desk-commands.js';
import type { DeskState } from '../../state/desk-state.js';
import type { LoadedReplies } from '../../state/loaded-replies.js';
import type { PaletteSources } from '../../state/palette.js';
import type { PreferenceValues } from '../../state/preference.js';
import type { Preview } from '../../state/preview.js';
import type { PreparedTransfer } from '../../state/transfer.js';

/** Everything that the desk renders. */
export interface DeskView {
  session: Pick<AgentSession, 'agent' | 'status' | 'state' | 'nextAttempt' | 'returned' | 'chats' | 'offers'>;
  state: DeskState;
  /** The active chat. */
  front: AgentChat | undefined;
  /** Unsent text by contact id. */
  drafts: Readonly<Record<string, string>>;
  /** Returns the files that are being uploaded in a chat. */
  uploadsOf: (contactId: string) => readonly Upload[];
  isMuted: boolean;
  isAdministrator: boolean;
  preferences: PreferenceValues;
  /** What the command palette searches. */
  situation: DeskSituation;
  sources: PaletteSources;
  showsDetails: boolean;
  /** The transfer that the agent prepares. */
  transfer: PreparedTransfer | undefined;
  /** The chat that rings and is looked into. */
  preview: Preview | undefined;
  /** The canned replies that can be inserted. */
  replies: LoadedReplies;
  /** Why the service refused the last action, in a sentence. */
  problem: string;
  /** Returns the current time, in milliseconds since 1970. */
  now: () => number;
}

/** Renders the desk. Offers come first in the tab order and stand above the list. */
export const renderDesk = (view: DeskView): TemplateResult =>
  html`<connect-chat-offer-list
      .offers=${view.session.offers}
      .compact=${view.state.view === 'chat'}
    ></connect-chat-offer-list>
    ${renderBar(view)} ${renderNotices(view)}
    <main>
      <connect-chat-chat-list
        .chats=${view.session.chats}
        .active=${view.state.front}
        .drafts=${view.drafts}
        .now=${view.now}
      ></connect-chat-chat-list>
      <div class="chats">${view.session.chats.length === 0 ? renderEmpty(view) : renderChats(view)}</div>
    </main>
    ${renderContext(view)} ${renderQuestion(view)} ${renderTransfer(view)} ${renderPreview(view)}
    ${renderDialog(view)}`;

const renderBar = ({ session, isMuted, isAdministrator, preferences }: DeskView) =>
  html`<connect-chat-agent-bar
    .displayName=${session.agent?.displayName ?? ''}
    .status=${session.status}
    .isMuted=${isMuted}
    .isLive=${session.state === 'live'}
    .isAdministrator=${isAdministrator}
    .preferences=${preferences}
  ></connect-chat-agent-bar>`;

const renderNotices = ({ session, state, problem }: DeskView) =>
  html`<connect-chat-desk-notices
    .isLost=${session.state === 'reconnecting'}
    .nextAttempt=${session.nextAttempt}
    .waiting=${session.chats.reduce((sum, chat) => sum + chat.waiting.length, 0)}
    .hasMissed=${session.status === 'MISSED'}
    .returned=${session.returned}
    .problem=${problem}
    .done=${state.done}
  ></connect-chat-desk-notices>`;

const renderEmpty = ({ session }: DeskView) =>
  html`<connect-chat-empty-desk
    .status=${session.status}
    .offers=${session.offers.length}
  ></connect-chat-empty-desk>`;

const renderChats = ({ session, state, drafts, uploadsOf, replies, showsDetails, now }: DeskView) =>
  html`<connect-chat-chat-columns
    .chats=${session.chats}
    .active=${state.front}
    .drafts=${drafts}
    .uploadsOf=${uploadsOf}
    .replies=${replies}
    .isLive=${session.state === 'live'}
    .showsDetails=${showsDetails}
    .now=${now}
  ></connect-chat-chat-columns>`;

/** Renders the details of the active chat's customer, in a column beside the chats. */
function renderContext({ front, showsDetails, now }: DeskView) {
  if (!front || !showsDetails) return nothing;
  return html`<connect-chat-customer-panel .card=${front.card} .now=${now}></connect-chat-customer-panel>`;
}

function renderQuestion({ state: { question }, preferences }: DeskView) {
  if (!question) return nothing;
  return html`<connect-chat-desk-question
    .question=${question}
    .asksBeforeEnd=${preferences.asksBeforeEnd}
  ></connect-chat-desk-question>`;
}

function renderTransfer({ transfer }: DeskView) {
  if (!transfer) return nothing;
  return html`<connect-chat-transfer-dialog .transfer=${transfer}></connect-chat-transfer-dialog>`;
}

function renderPreview({ preview, session }: DeskView) {
  const offer = session.offers.find(({ card }) => card.contactId === preview?.contactId);
  if (!preview || !offer) return nothing;
  return html`<connect-chat-offer-preview .preview=${preview} .offer=${offer}></connect-chat-offer-preview>`;
}

function renderDialog({ state: { dialog }, preferences, situation, sources }: DeskView) {
  switch (dialog) {
    case undefined:
      return nothing;
    case 'keys':
      return html`<connect-chat-key-list
        .usesCharacterKeys=${preferences.usesCharacterKeys}
      ></connect-chat-key-list>`;
    case 'palette':
      return html`<connect-chat-command-palette
        .situation=${situation}
        .sources=${sources}
      ></connect-chat-command-palette>`;
  }
}
