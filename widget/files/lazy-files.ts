import type { Upload } from '../../client/uploads.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import { FileEvent } from '../events/file-event.js';
import type { ConversationSession } from '../conversation/conversation-host.js';
import type { ChatFiles } from './chat-files.js';

const none: readonly Upload[] = [];

/** A visitor's files. What sends and reads them is loaded with the first. */
export class FilesAtNeed {
  readonly #host: HTMLElement;
  readonly #open: () => Promise<ChatFiles>;
  readonly #session: ConversationSession;
  #files: ChatFiles | undefined;
  #loading: Promise<ChatFiles> | undefined;

  constructor(host: HTMLElement, address: WidgetAddress, session: ConversationSession, onChange: () => void) {
    this.#host = host;
    this.#session = session;
    this.#open = async () => new (await import('./chat-files.js')).ChatFiles({ address, session, onChange });
    host.addEventListener(FileEvent.eventName, this.#handle);
  }

  /** What is on its way. */
  get uploads(): readonly Upload[] {
    return this.#files?.uploads ?? none;
  }

  /** Takes up what an earlier page could not say. */
  async restore(): Promise<void> {
    if ((await this.#session.store.uploads.list()).length > 0) (await this.#load()).restore();
  }

  destroy(): void {
    this.#host.removeEventListener(FileEvent.eventName, this.#handle);
    this.#files?.destroy();
  }

  readonly #handle = (event: Event): void => {
    event.stopPropagation();
    const { intent } = event as FileEvent;
    void this.#load().then((files) => files.handle(intent));
  };

  async #load(): Promise<ChatFiles> {
    this.#loading ??= this.#open();
    try {
      return (this.#files = await this.#loading);
    } catch (reason) {
      // The next file asks again.
      this.#loading = undefined;
      throw reason;
    }
  }
}
