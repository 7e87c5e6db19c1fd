import type { ChosenStatus } from '../../../shared/agent-status.js';
import type { Outcome } from '../../../shared/wrap-up.js';
import type { FileIntent } from '../../../widget/events/file-event.js';
import type { Preference } from './preference.js';
import type { DeskDialog } from './desk-dialog.js';
import type { TransferOption } from './transfer.js';

/** What an agent asks for by pressing or typing something in the console. */
export type AgentIntent =
  | { type: 'status'; status: ChosenStatus }
  | { type: 'accept' | 'decline'; contactId: string }
  /** `select` activates a chat and focuses its composer; `touch` activates the chat that got the focus. */
  | { type: 'select' | 'touch'; contactId: string }
  | { type: 'draft'; contactId: string; text: string }
  | { type: 'send'; contactId: string; text: string }
  /** Writes a private note, and keeps one that is not finished. */
  | { type: 'note' | 'note-draft'; contactId: string; text: string }
  /** The after-contact work of a chat is done. */
  | { type: 'done'; contactId: string; outcome: Outcome }
  /** The agent looks for a canned reply: they are read anew. */
  | { type: 'load-replies' }
  /** Opens what the agent writes a private note in, or finds a canned reply with. */
  | { type: 'write-note' | 'find-reply'; contactId: string }
  /** Inserts a canned reply, with its placeholders, into the message that the agent writes. */
  | { type: 'use-reply'; contactId: string; text: string }
  /** Opens the dialog in which the agent chooses where the chat goes; `target` is the option chosen at first. */
  | { type: 'prepare-transfer'; contactId: string; target?: string }
  | { type: 'transfer'; option: TransferOption; note: string }
  | { type: 'cancel-transfer' }
  /** Shows what was said in a chat that rings. */
  | { type: 'preview'; contactId: string }
  | { type: 'close-preview' }
  | { type: 'file'; contactId: string; intent: FileIntent }
  | { type: 'retry' | 'discard'; contactId: string; clientToken: string }
  | { type: 'end'; contactId: string; isByKey: boolean }
  /** `seen`: the newest item of a chat is visible. */
  | { type: 'close' | 'seen'; contactId: string }
  | { type: 'list' }
  /** Shows or hides the customer's details, of this chat or of the active one. */
  | { type: 'details'; contactId?: string; isOpen: boolean }
  | { type: 'mute'; isMuted: boolean }
  | { type: 'reconnect' }
  /** The agent has read that chats went back to their queues. */
  | { type: 'dismiss-returned' }
  | { type: 'prefer'; preference: Preference; isOn: boolean }
  /** Opens a dialog of the desk, or closes the one that is open. */
  | { type: 'show'; dialog: DeskDialog | undefined }
  /** The answer to the question that is shown. */
  | { type: 'confirm' | 'cancel' }
  | { type: 'sign-out'; isConfirmed?: boolean };
