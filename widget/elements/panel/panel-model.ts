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
  /** How far the chat has come. */
  readonly phase: SessionState;
  /** What went wrong for good, in a sentence; empty for nothing. */
  readonly failure: string;
  /** What stands in the place of a chat, if anything does. */
  readonly form: unknown;
  /** What stands beneath the transcript, if anything does. */
  readonly note: unknown;
  /** What is asked before the chat; empty where it can begin, or has. */
  readonly questions: readonly PreChatField[];
  /** What was answered before. */
  readonly answers: Record<string, string>;
  /** In order of `seq`; may be the same array with more in it. */
  readonly items: readonly TranscriptItem[];
  /** Not stored yet, in order. */
  readonly waiting: readonly OutgoingMessage[];
  /** The visitor's own. */
  readonly participantId: string | undefined;
  /** The address of a picture of who speaks, where there is one. */
  readonly photoOf: ((item: TranscriptItem) => string | undefined) | undefined;
  /** How far the others have received and read. */
  readonly marks: ReadMarks;
  /** Who is writing; empty for nobody. */
  readonly typing: string;
  /** Where the visitor waits for an agent: 1 is the next; 0 for nowhere. */
  readonly place: number;
  readonly scheme: 'light' | 'dark';
  /** Its `logoUrl` is a picture before the title. */
  readonly theme: PageTheme;
  /** The chat's name, and the dialog's. */
  readonly heading: string;
  readonly welcome: string;
  readonly draft: string;
  /** Whether the panel is a part of the page, and can't be minimised. */
  readonly isInline: boolean;
  /** Whether the browser believes that there is a network. */
  readonly isOnline: boolean;
  /** Whether the sound is off. */
  readonly isQuiet: boolean;
  /** What can be done besides writing. */
  readonly features: Partial<Features>;
  /** Files on their way. */
  readonly uploads: readonly Upload[];
  /** What the page calls those of a role. */
  readonly roleNames: Customization['names'];
  /** Until the next attempt to connect. */
  readonly seconds: number;
  readonly strings: Strings;
}
