import type { ReactiveControllerHost } from 'lit';
import type { AgentFiles } from '../../session/agent-files.js';
import type { AgentSession } from '../../session/agent-session.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import { intentOf, type DeskSituation } from '../../state/desk-commands.js';
import {
  arrivedChat,
  awaiting,
  initialDesk,
  withChats,
  withFront,
  withoutChat,
  type DeskState,
} from '../../state/desk-state.js';
import type { DeskDialog } from '../../state/desk-dialog.js';
import type { Preference } from '../../state/preference.js';
import { noteDraftOf } from '../../state/private-note.js';
import { questionBefore } from '../../state/question.js';
import type { DeskKey } from '../../state/shortcuts.js';
import type { Drafts } from '../../storage/drafts.js';
import type { Preferences } from '../../storage/preferences.js';
import { IntentEvent } from '../intent-event.js';
import type { Attention } from './attention.js';
import type { DeskFocus } from './desk-focus.js';
import type { DeskNotifications } from './desk-notifications.js';
import type { DeskPalette } from './desk-palette.js';
import type { DeskPreview } from './desk-preview.js';
import type { DeskReplies } from './desk-replies.js';
import type { DeskTransfer } from './desk-transfer.js';
import type { DetailsVisibility } from './details-visibility.js';
import { isNarrow } from './narrow-screen.js';
import type { Sounds } from './sounds.js';

type IntentOf<Type extends AgentIntent['type']> = Extract<AgentIntent, { type: Type }>;

/** The part of the desk that its actions use. */
export interface DeskHost extends Pick<ReactiveControllerHost, 'requestUpdate'>, EventTarget {
  readonly session: AgentSession;
  readonly drafts: Drafts;
  readonly preferences: Preferences;
  readonly sounds: Sounds;
}

export interface DeskActionsOptions {
  focus: DeskFocus;
  attention: Attention;
  details: DetailsVisibility;
  transfer: DeskTransfer;
  preview: DeskPreview;
  replies: DeskReplies;
  palette: DeskPalette;
  notifications: DeskNotifications;
  files: () => AgentFiles | undefined;
}

/** Carries out the agent's intents: changes the state of the desk and calls the session. */
export class DeskActions {
  readonly #host: DeskHost;
  readonly #options: DeskActionsOptions;
  #state = initialDesk;

  constructor(host: DeskHost, options: DeskActionsOptions) {
    this.#host = host;
    this.#options = options;
    host.addEventListener(IntentEvent.eventName, (event) => this.#hear(event as IntentEvent));
  }

  get state(): DeskState {
    return this.#state;
  }

  /** Updates the state with the session's current chats. A chat that the agent accepted becomes the active one. */
  follow(): void {
    const { chats } = this.#host.session;
    const arrived = arrivedChat(this.#state, chats);
    this.#state = withChats(this.#state, chats);
    if (arrived !== undefined) this.#bringToFront(arrived);
    this.#options.transfer.follow();
    this.#options.preview.follow();
  }

  /** Shows why the service refused an action. */
  refuse(problem: string): void {
    this.#change((state) => ({ ...state, problem }));
  }

  /** Says what was done, and goes on with the chat in front. */
  tellDone(done: string): void {
    this.#change((state) => ({ ...state, done }));
    const { front } = this.#state;
    if (front === undefined || isNarrow()) this.#showList();
    else this.#bringToFront(front);
  }

  /** What decides which commands the agent has now. */
  get situation(): DeskSituation {
    const { session, sounds } = this.#host;
    const { chats, offers, status } = session;
    const showsDetails = this.#options.details.isShown;
    return { chats, offers, status, front: this.#state.front, isMuted: sounds.isMuted, showsDetails };
  }

  /** Carries out a keyboard shortcut. Returns whether there was anything to do. */
  readonly useKey = (key: DeskKey): boolean => {
    if (this.#isBehindDialog) return key === 'palette';
    const intent = intentOf(this.situation, key);
    if (intent) this.#host.dispatchEvent(new IntentEvent(intent));
    return intent !== undefined;
  };

  /** Whether a dialog covers the desk: no shortcut may change what is behind it. */
  get #isBehindDialog(): boolean {
    const { question, dialog } = this.#state;
    const { transfer, preview } = this.#options;
    return Boolean(question ?? dialog ?? transfer.prepared ?? preview.shown);
  }

  /** Asks for confirmation first where an action can't be undone. */
  #hear(event: IntentEvent): void {
    const { session, preferences } = this.#host;
    const question = questionBefore(event.intent, {
      chats: session.chats,
      asksBeforeEnd: preferences.values.asksBeforeEnd,
    });
    if (!question) return this.#handle(event.intent);
    event.stopPropagation();
    this.#change((state) => ({ ...state, question }));
  }

  #handle(intent: AgentIntent): void {
    if (intent.type !== 'seen') this.#change((state) => ({ ...state, problem: '', done: '' }));
    // TypeScript can't see that key and value belong together.
    const handle = this.#handlers[intent.type] as ((intent: AgentIntent) => void) | undefined;
    handle?.(intent);
    this.#host.requestUpdate();
  }

  readonly #handlers: { [Type in AgentIntent['type']]?: (intent: IntentOf<Type>) => void } = {
    status: ({ status }) => this.#host.session.setStatus(status),
    accept: ({ contactId }) => this.#accept(contactId),
    decline: ({ contactId }) => this.#host.session.decline(contactId),
    select: ({ contactId }) => this.#bringToFront(contactId),
    touch: ({ contactId }) => this.#comeTo(contactId),
    draft: ({ contactId, text }) => this.#takeDraft(contactId, text),
    send: ({ contactId, text }) => this.#send(contactId, text),
    note: ({ contactId, text }) => this.#addNote(contactId, text),
    'note-draft': ({ contactId, text }) => this.#host.drafts.write(noteDraftOf(contactId), text),
    done: ({ contactId, outcome }) => this.#host.session.finish(contactId, outcome),
    'load-replies': () => void this.#options.replies.load(),
    'write-note': ({ contactId }) => this.#come(contactId, (focus) => focus.onNote(contactId)),
    'find-reply': ({ contactId }) => this.#come(contactId, (focus) => focus.onReply(contactId)),
    'use-reply': ({ contactId, text }) => this.#come(contactId, (focus) => focus.onReply(contactId, text)),
    'prepare-transfer': ({ contactId, target }) => this.#options.transfer.open(contactId, target),
    transfer: ({ option, note }) => this.#options.transfer.send(option, note),
    'cancel-transfer': () => this.#options.transfer.cancel(),
    preview: ({ contactId }) => this.#options.preview.open(contactId),
    'close-preview': () => this.#options.preview.close(),
    file: ({ contactId, intent }) => this.#options.files()?.handle(contactId, intent),
    retry: ({ contactId, clientToken }) => this.#host.session.retry(contactId, clientToken),
    discard: ({ contactId, clientToken }) => this.#host.session.discard(contactId, clientToken),
    end: ({ contactId }) => this.#host.session.end(contactId),
    close: ({ contactId }) => this.#close(contactId),
    list: () => this.#showList(),
    details: ({ contactId, isOpen }) => this.#showDetails(isOpen, contactId),
    mute: ({ isMuted }) => this.#host.sounds.setMuted(isMuted),
    reconnect: () => this.#host.session.reconnectNow(),
    'dismiss-returned': () => this.#host.session.dismissReturned(),
    prefer: ({ preference, isOn }) => this.#prefer(preference, isOn),
    show: ({ dialog }) => this.#show(dialog),
    confirm: () => this.#confirm(),
    cancel: () => this.#change((state) => ({ ...state, question: undefined })),
  };

  #confirm(): void {
    const intent = this.#state.question?.intent;
    this.#change((state) => ({ ...state, question: undefined }));
    if (intent?.type === 'sign-out')
      this.#host.dispatchEvent(new IntentEvent({ ...intent, isConfirmed: true }));
    else if (intent) this.#handle(intent);
  }

  #accept(contactId: string): void {
    this.#change((state) => awaiting(state, contactId));
    this.#host.session.accept(contactId);
  }

  #takeDraft(contactId: string, text: string): void {
    this.#host.drafts.write(contactId, text);
    if (text) this.#host.session.typing(contactId);
  }

  #send(contactId: string, text: string): void {
    this.#host.drafts.write(contactId, '');
    // A refusal shows beside the message itself, where it can be sent again or removed.
    this.#host.session.send(contactId, text).catch(() => undefined);
  }

  #addNote(contactId: string, text: string): void {
    this.#host.drafts.write(noteDraftOf(contactId), '');
    // A refusal shows beside the note, as with a message.
    this.#host.session.addNote(contactId, text).catch(() => undefined);
  }

  #close(contactId: string): void {
    const { session, drafts } = this.#host;
    this.#change((state) => withoutChat(state, session.chats, contactId));
    drafts.write(contactId, '');
    drafts.write(noteDraftOf(contactId), '');
    session.forget(contactId);
    if (isNarrow()) this.#showList();
    else if (this.#state.front !== undefined) this.#bringToFront(this.#state.front);
  }

  #comeTo(contactId: string): void {
    this.#change((state) => ({ ...state, front: contactId }));
    this.#options.attention.choose(contactId);
  }

  #bringToFront(contactId: string): void {
    this.#come(contactId, (focus) => focus.onChat(contactId));
  }

  /** Makes a chat the active one, and focuses what the agent wants there. */
  #come(contactId: string, then: (focus: DeskFocus) => Promise<void>): void {
    const { focus, attention, details } = this.#options;
    this.#change((state) => withFront(state, contactId));
    attention.choose(contactId);
    details.closeDrawer();
    void then(focus);
  }

  #show(dialog: DeskDialog | undefined): void {
    this.#change((state) => ({ ...state, dialog }));
    if (dialog === 'palette') void this.#options.palette.load();
  }

  #prefer(preference: Preference, isOn: boolean): void {
    this.#host.preferences.set(preference, isOn);
    if (preference === 'notifies' && isOn) void this.#askToNotify();
  }

  async #askToNotify(): Promise<void> {
    if (await this.#options.notifications.ask()) return;
    this.#host.preferences.set('notifies', false);
    this.refuse(
      "Your browser blocks notifications from this page. Allow them in the browser's settings for this site, then try again.",
    );
  }

  #showList(): void {
    this.#change((state) => ({ ...state, view: 'list' }));
    this.#options.details.closeDrawer();
    void this.#options.focus.onList();
  }

  #showDetails(isShown: boolean, contactId: string | undefined): void {
    const { focus, details } = this.#options;
    if (contactId !== undefined) this.#comeTo(contactId);
    const { isDrawer } = details;
    details.show(isShown);
    if (!isShown) void focus.onDetailsButton();
    else if (isDrawer) void focus.onDetails();
  }

  #change(next: (state: DeskState) => DeskState): void {
    this.#state = next(this.#state);
    this.#host.requestUpdate();
  }
}
