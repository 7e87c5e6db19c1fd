import { ChatSession } from '../../client/chat-session.js';
import { createMemoryStore } from '../../client/chat-store.js';
import type { FaultyLine } from '../support/faulty-line.js';
import { socketsOf } from '../support/programs.js';
import type { ChatLedger } from './ledger.js';

export interface FaultyVisitorOptions {
  /** The visitor's connection to the service. */
  line: FaultyLine;
  /** The origin of the visitor's page. */
  origin: string;
  widgetId: string;
  name: string;
  ledger: ChatLedger;
  /** Called when anything may have changed. */
  onChange: () => void;
}

/**
 * A visitor whose page may vanish and return, and whose network may be faulty. Records everything in the
 * ledger.
 */
export class FaultyVisitor {
  readonly line: FaultyLine;
  readonly ledger: ChatLedger;
  readonly name: string;
  readonly #options: FaultyVisitorOptions;
  readonly #store = createMemoryStore();
  #session: ChatSession | null = null;
  #pages = 0;
  #contactId: string | undefined;

  constructor(options: FaultyVisitorOptions) {
    this.#options = options;
    this.line = options.line;
    this.ledger = options.ledger;
    this.name = options.name;
  }

  /** Opens a page, the first or a later one, with the chat. */
  open(): void {
    const { origin, widgetId, name, ledger, onChange } = this.#options;
    this.#pages += 1;
    const viewer = this.viewer;
    const session = new ChatSession({
      serviceUrl: this.line.url,
      widgetId,
      customerName: async () => name,
      store: this.#store,
      environment: { WebSocket: socketsOf(origin) },
    });
    session.on('items', (items) => {
      ledger.show(viewer, items);
      onChange();
    });
    session.on('state', onChange);
    session.on('outbox', onChange);
    this.#session = session;
    session.start().then(
      ({ contactId }) => {
        this.#contactId = contactId;
        onChange();
      },
      ({ code }: { code: string }) => ledger.refused.push(`start: ${code}`),
    );
  }

  /** Closes the page without notice. */
  vanish(): void {
    this.#session?.destroy();
    this.#session = null;
  }

  say(text: string): void {
    const { ledger } = this;
    ledger.say('CUSTOMER', text);
    this.#session!.send(text).then(
      ({ id }) => ledger.acknowledged.set(text, id),
      ({ code }: { code: string }) => ledger.refused.push(`${text}: ${code}`),
    );
  }

  close(): void {
    this.vanish();
    this.line.close();
  }

  /** The name of this page in the ledger. */
  get viewer(): string {
    return `${this.name}, page ${this.#pages}`;
  }

  get contactId(): string | undefined {
    return this.#contactId;
  }

  get isThere(): boolean {
    return this.#session !== null;
  }

  get isLive(): boolean {
    return this.#session?.state === 'live';
  }

  get waiting(): number {
    return this.#session?.waiting.length ?? 0;
  }

  get lastSeq(): number {
    return this.#session?.items.at(-1)?.seq ?? 0;
  }
}
