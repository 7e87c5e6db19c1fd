import type { OutgoingMessage } from '../../../client/outgoing.js';
import type { SessionState } from '../../../client/session-state.js';
import type { Upload } from '../../../client/uploads.js';
import type { PreChatField } from '../../../shared/pre-chat-field.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { Features, PageTheme } from '../../../shared/widget-config.js';
import type { Customization } from '../../configuration/customise.js';
import type { Strings } from '../../strings/en.js';
import type { ReadMarks } from '../transcript/transcript-view.js';

/** Everything that the panel shows: a value that is replaced at each change. */
export interface PanelModel {
  /** The state of the session. */
  readonly phase: SessionState;
  /** Why the chat failed or waits, as a sentence; empty if it does not. */
  readonly failure: string;
  /** A form in place of the chat, if any. */
  readonly form: unknown;
  /** A note or form below the transcript, if any. */
  readonly note: unknown;
  /** The questions before the chat; empty if there are none, or it has started. */
  readonly questions: readonly PreChatField[];
  /** Known answers to the questions. */
  readonly answers: Record<string, string>;
  /** In order of `seq`; may be the same array with more items in it. */
  readonly items: readonly TranscriptItem[];
  /** Messages that are not stored yet, in order. */
  readonly waiting: readonly OutgoingMessage[];
  /** The visitor's participant. */
  readonly participantId: string | undefined;
  /** Returns the address of the sender's picture, if there is one. */
  readonly photoOf: ((item: TranscriptItem) => string | undefined) | undefined;
  /** How far the other participants have received and read. */
  readonly marks: ReadMarks;
  /** Who is typing; empty if no participant is. */
  readonly typing: string;
  /** The visitor's position in the queue: 1 is the next; 0 if they do not wait. And the probable wait, if it is known. */
  readonly place: { readonly position?: number; readonly waitMinutes?: number };
  readonly scheme: 'light' | 'dark';
  /** Its `logoUrl` is the picture before the title. */
  readonly theme: PageTheme;
  /** The title of the chat and name of the dialog. */
  readonly heading: string;
  readonly welcome: string;
  readonly draft: string;
  /** Whether the panel is a part of the page, and can't be minimised. */
  readonly isInline: boolean;
  /** Whether the browser is online. */
  readonly isOnline: boolean;
  /** Whether the sound is off. */
  readonly isQuiet: boolean;
  /** The features that the widget offers. */
  readonly features: Partial<Features>;
  /** Files that are being uploaded, or were refused. */
  readonly uploads: readonly Upload[];
  /** The page's names of roles. */
  readonly roleNames: Customization['names'];
  /** Seconds until the next attempt to connect. */
  readonly seconds: number;
  readonly strings: Strings;
}
