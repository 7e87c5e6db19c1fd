import { pageEnvironment } from '../../../client/environment.js';
import { createPageValues, databaseAtNeed } from '../../../client/kept-values.js';
import { createTransfer, readFile, type FilesAddress } from '../../../client/transfer-file.js';
import { Uploads, type Upload } from '../../../client/uploads.js';
import type { FileIntent } from '../../../widget/events/file-event.js';
import type { AgentSession } from './agent-session.js';
import { isOpen } from '../state/agent-chat.js';

const none: readonly Upload[] = [];

/** Uploads and downloads the files of an agent's chats. */
export class AgentFiles {
  readonly #session: AgentSession;
  readonly #onChange: () => void;
  readonly #uploads = new Map<string, Uploads>();
  readonly #database = databaseAtNeed();
  readonly #undo: () => void;

  constructor(session: AgentSession, onChange: () => void) {
    this.#session = session;
    this.#onChange = onChange;
    this.#undo = session.on('change', () => this.#follow());
    this.#follow();
  }

  /** The files of a chat that are being uploaded. */
  of(contactId: string): readonly Upload[] {
    return this.#uploads.get(contactId)?.list ?? none;
  }

  handle(contactId: string, intent: FileIntent): void {
    if (intent.type === 'attach') this.#uploads.get(contactId)?.add(intent.files);
    else if (intent.type === 'remove') this.#uploads.get(contactId)?.remove(intent.clientToken);
    else intent.take(readFile(addressOf(contactId), intent.attachmentId));
  }

  destroy(): void {
    this.#undo();
    for (const uploads of this.#uploads.values()) uploads.destroy();
    this.#uploads.clear();
  }

  /** Gives each chat its uploads. They run while the chat is open and the console is connected. */
  #follow(): void {
    const { chats, state } = this.#session;
    for (const chat of chats) {
      const uploads = this.#uploads.get(chat.contactId) ?? this.#open(chat.contactId);
      if (state === 'live' && isOpen(chat)) uploads.open();
      else uploads.close();
    }
    for (const [contactId, uploads] of this.#uploads) {
      if (chats.some((chat) => chat.contactId === contactId)) continue;
      this.#uploads.delete(contactId);
      uploads.destroy();
    }
  }

  #open(contactId: string): Uploads {
    const uploads = new Uploads({
      environment: pageEnvironment(),
      store: createPageValues(`agent ${contactId} upload `, this.#database),
      transfer: createTransfer(() => addressOf(contactId)),
      say: (file, clientToken) => this.#session.attach(contactId, file, clientToken),
      onChange: this.#onChange,
    });
    this.#uploads.set(contactId, uploads);
    void uploads.restore();
    return uploads;
  }
}

/** Requests need no header: the browser sends the staff session's cookie. */
const addressOf = (contactId: string): FilesAddress => ({
  url: `/api/contacts/${encodeURIComponent(contactId)}/attachments`,
  headers: {},
});
