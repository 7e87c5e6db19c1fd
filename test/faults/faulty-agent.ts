import { AgentSession } from '../../console/agent/session/agent-session.js';
import type { FaultyLine } from '../support/faulty-line.js';
import { createTabMemory, socketsOf } from '../support/programs.js';
import type { ChatLedger } from './ledger.js';

export interface FaultyAgentOptions {
  /** The agent's connection to the service. */
  line: FaultyLine;
  /** The console's origin. */
  origin: string;
  /** The staff session's cookie. */
  cookie: string;
  name: string;
  ledgerOf: (contactId: string) => ChatLedger;
  /** Called when anything may have changed. */
  onChange: () => void;
}

/**
 * An agent who accepts every offer, and whose console may vanish and return. Records everything in the
 * ledgers.
 */
export class FaultyAgent {
  readonly line: FaultyLine;
  readonly name: string;
  readonly #options: FaultyAgentOptions;
  readonly #memory = createTabMemory();
  #session: AgentSession | null = null;
  #pages = 0;

  constructor(options: FaultyAgentOptions) {
    this.#options = options;
    this.line = options.line;
    this.name = options.name;
  }

  /** Opens a console, the first or a later one, and sets the status to available. */
  open(): void {
    const { origin, cookie, ledgerOf, onChange } = this.#options;
    this.#pages += 1;
    const viewer = this.viewer;
    const environment = { WebSocket: socketsOf(origin, cookie) };
    const session = new AgentSession({ serviceUrl: this.line.url, memory: this.#memory, environment });
    session.on('items', (contactId, items) => ledgerOf(contactId).show(viewer, items));
    session.on('state', () => {
      if (session.state === 'live') this.#stayAvailable(session);
    });
    session.on('change', () => {
      for (const { card, answer } of session.offers) if (!answer) session.accept(card.contactId);
      if (session.status === 'MISSED' && session.state === 'live') this.#stayAvailable(session);
      onChange();
    });
    this.#session = session;
    session.connect();
  }

  /** Closes the console without notice. */
  vanish(): void {
    this.#session?.destroy();
    this.#session = null;
  }

  say(contactId: string, text: string): void {
    const ledger = this.#options.ledgerOf(contactId);
    ledger.say('AGENT', text);
    this.#session!.send(contactId, text).then(
      ({ id }) => ledger.acknowledged.set(text, id),
      ({ code }: { code: string }) => ledger.refused.push(`${text}: ${code}`),
    );
  }

  close(): void {
    this.vanish();
    this.line.close();
  }

  /** The name of this console in the ledgers. */
  get viewer(): string {
    return `${this.name}, console ${this.#pages}`;
  }

  get isThere(): boolean {
    return this.#session !== null;
  }

  get isLive(): boolean {
    return this.#session?.state === 'live';
  }

  get contactIds(): string[] {
    return (this.#session?.chats ?? []).map(({ contactId }) => contactId);
  }

  get waiting(): number {
    return (this.#session?.chats ?? []).reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  /** The number of this agent's messages in a chat that are not acknowledged yet. */
  waitingIn(contactId: string): number {
    return this.#session?.chats.find((each) => each.contactId === contactId)?.waiting.length ?? 0;
  }

  /** The last number of a chat that this console shows. */
  lastSeq(contactId: string): number {
    const chat = this.#session?.chats.find((each) => each.contactId === contactId);
    return chat?.items.at(-1)?.seq ?? 0;
  }

  #stayAvailable(session: AgentSession): void {
    if (session.status !== 'AVAILABLE') session.setStatus('AVAILABLE');
  }
}
