import type { Upload } from '../../client/uploads.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import { Lazy } from '../async/lazy.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import { FileEvent } from '../events/file-event.js';
import type { ChatFiles } from './chat-files.js';

const none: readonly Upload[] = [];

/** A visitor's files. The code that uploads and reads them is loaded with the first file. */
export class LazyFiles {
  readonly #host: ConversationHost;
  readonly #session: ConversationSession;
  readonly #files: Lazy<ChatFiles>;

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.#session = session;
    this.#files = new Lazy(async () => {
      const { ChatFiles } = await import('./chat-files.js');
      return new ChatFiles({ address: host.address, session, onChange: () => host.requestUpdate() });
    });
    host.addEventListener(FileEvent.eventName, this.#handle);
  }

  /** What is on its way. */
  get uploads(): readonly Upload[] {
    return this.#files.current?.uploads ?? none;
  }

  /** Continues what an earlier page could not send. */
  async restore(): Promise<void> {
    if ((await this.#session.store.uploads.list()).length > 0) (await this.#files.get()).restore();
  }

  destroy(): void {
    this.#host.removeEventListener(FileEvent.eventName, this.#handle);
    this.#files.current?.destroy();
  }

  readonly #handle = (event: FileEvent): void => {
    event.stopPropagation();
    ignoreRejection(this.#files.get().then((files) => files.handle(event.intent)));
  };
}
