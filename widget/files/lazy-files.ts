import type { Upload } from '../../client/uploads.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import { Lazy } from '../async/lazy.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import { FileEvent } from '../events/file-event.js';
import { listen } from '../page/listen.js';
import type { ChatFiles } from './chat-files.js';

const none: readonly Upload[] = [];

/** A visitor's files. The code that uploads and downloads them is loaded with the first file. */
export class LazyFiles {
  readonly #session: ConversationSession;
  readonly #files: Lazy<ChatFiles>;
  readonly #undo: () => void;

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#session = session;
    this.#files = new Lazy(async () => {
      const { ChatFiles } = await import('./chat-files.js');
      return new ChatFiles({ address: host.address, session, onChange: () => host.requestUpdate() });
    });
    this.#undo = listen(host, [FileEvent.eventName], (event: FileEvent) => {
      event.stopPropagation();
      ignoreRejection(this.#files.get().then((files) => files.handle(event.intent)));
    });
  }

  /** Files that are being uploaded, or were refused. */
  get uploads(): readonly Upload[] {
    return this.#files.current?.uploads ?? none;
  }

  /** Continues the uploads that an earlier page did not finish. */
  async restore(): Promise<void> {
    if ((await this.#session.store.uploads.list()).length > 0) (await this.#files.get()).restore();
  }

  destroy(): void {
    this.#undo();
    this.#files.current?.destroy();
  }
}
