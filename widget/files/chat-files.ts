import { pageEnvironment } from '../../client/environment.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import { createTransfer, readFile, type FilesAddress } from '../../client/transfer-file.js';
import { Uploads, type Upload } from '../../client/uploads.js';
import type { ConversationSession } from '../conversation/conversation-host.js';
import type { FileIntent } from '../events/file-event.js';
import './define.js';

export interface ChatFilesOptions {
  address: WidgetAddress;
  session: ConversationSession;
  /** Called when the list of uploads has changed. */
  onChange: () => void;
}

/** The files of a visitor's chats: uploads and downloads, also of chats that have ended. */
export class ChatFiles {
  readonly #options: ChatFilesOptions;
  readonly #uploads: Uploads;
  /** The participant tokens of this page's chats, by contact. */
  readonly #tokens = new Map<string, string>();
  readonly #undo: () => void;

  constructor(options: ChatFilesOptions) {
    const { session, onChange } = options;
    this.#options = options;
    this.#uploads = new Uploads({
      environment: pageEnvironment(),
      store: session.store.uploads,
      transfer: createTransfer(() => this.#addressOf(session.contactId)),
      send: (file, clientToken) => session.attach(file, clientToken),
      onChange,
    });
    this.#undo = session.on('state', () => this.#follow());
    this.#follow();
  }

  get uploads(): readonly Upload[] {
    return this.#uploads.list;
  }

  handle(intent: FileIntent): void {
    const { session } = this.#options;
    switch (intent.type) {
      case 'attach':
        // A file starts the chat, like a message.
        if (session.state === 'idle') session.start().catch(() => undefined);
        return this.#uploads.add(intent.files);
      case 'remove':
        return this.#uploads.remove(intent.clientToken);
      case 'read': {
        const contactId = intent.itemId.slice(0, intent.itemId.lastIndexOf('.'));
        return intent.take(readFile(this.#addressOf(contactId), intent.attachmentId));
      }
    }
  }

  restore(): void {
    void this.#uploads.restore();
  }

  destroy(): void {
    this.#undo();
    this.#uploads.destroy();
  }

  #follow(): void {
    const { contactId, participantToken, state } = this.#options.session;
    if (contactId && participantToken) this.#tokens.set(contactId, participantToken);
    if (state === 'live') this.#uploads.open();
    else this.#uploads.close();
  }

  #addressOf(contactId: string | undefined): FilesAddress {
    const { serviceUrl, widgetId } = this.#options.address;
    return {
      url: `${serviceUrl}/widgets/${encodeURIComponent(widgetId)}/attachments`,
      headers: { authorization: `Bearer ${this.#tokens.get(contactId ?? '') ?? ''}` },
    };
  }
}
