import type { TranscriptItem } from '../../shared/transcript-item.js';
import { FaultyAgent } from '../../test/faults/faulty-agent.js';
import { FaultyVisitor } from '../../test/faults/faulty-visitor.js';
import { addVerdict, ChatLedger, noVerdict, type Verdict } from '../../test/faults/ledger.js';
import { openLine } from '../../test/support/faulty-line.js';
import { createAgent } from '../../test/support/people.js';
import { signInProgram } from '../../test/support/programs.js';
import type { SeededRandom } from '../../test/support/seeded-random.js';
import type { ServiceProcess } from '../../test/support/service-process.js';

const chatsPerAgent = 50;
/** Milliseconds between two checks of which chats are waiting. */
const lookEvery = 50;
/** Time limit in milliseconds for the last messages. */
const patience = 30_000;

/**
 * Visitors and agents who chat, a ledger of everything they sent and received, and how long each chat had to
 * wait.
 */
export class ChattingPeople {
  /** The longest time in each chat during which a message was unacknowledged or no agent was present. */
  readonly longestWaits = new Map<string, number>();
  said = 0;
  readonly #service: ServiceProcess;
  readonly #widgetId: string;
  readonly #visitors: FaultyVisitor[] = [];
  readonly #agents: { agent: FaultyAgent; cookie: string }[] = [];
  readonly #agentLedgers = new Map<string, ChatLedger>();
  readonly #waitsSince = new Map<string, number>();
  readonly #looking = setInterval(() => this.#look(), lookEvery);

  constructor(service: ServiceProcess, widgetId: string) {
    this.#service = service;
    this.#widgetId = widgetId;
  }

  async openAgents(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const name = `agent-${index}`;
      await createAgent(this.#service, name, chatsPerAgent);
      const cookie = await signInProgram(this.#service, name);
      const agent = new FaultyAgent({
        ...(await this.#place()),
        ...{ cookie, name, onChange: () => undefined },
        ledgerOf: (contactId) => this.#ledgerOf(contactId),
      });
      agent.open();
      this.#agents.push({ agent, cookie });
    }
  }

  async startChat(): Promise<void> {
    const name = `visitor ${this.#visitors.length}`;
    const visitor = new FaultyVisitor({
      ...(await this.#place()),
      ...{ name, widgetId: this.#widgetId, ledger: new ChatLedger(), onChange: () => undefined },
    });
    visitor.open();
    this.#visitors.push(visitor);
  }

  get chats(): number {
    return this.#visitors.length;
  }

  /** A visitor, or a visitor's agent, sends a message. */
  sayNext(random: SeededRandom): void {
    const visitor = random.pick(this.#visitors);
    const agent = this.#agentOf(visitor);
    this.said += 1;
    const text = `${this.said} about ${visitor.name}`;
    if (agent && random.next() < 0.5) agent.say(visitor.contactId!, text);
    else visitor.say(text);
  }

  /**
   * Both sides of every chat send one more message; then the ledger is compared with the stored transcripts.
   */
  async finish(): Promise<{ verdict: Verdict; stored: TranscriptItem[] }> {
    await this.#until(() => this.#visitors.every((visitor) => this.#agentOf(visitor)));
    for (const visitor of this.#visitors) {
      visitor.say(`the last of ${visitor.name}`);
      this.#agentOf(visitor)?.say(visitor.contactId!, `the last to ${visitor.name}`);
      this.said += 2;
    }
    await this.#until(() => this.#visitors.every((visitor) => !this.#isWaiting(visitor)));
    clearInterval(this.#looking);
    const all: TranscriptItem[] = [];
    const sum = noVerdict();
    for (const visitor of this.#visitors) {
      const { contactId = '', ledger, viewer } = visitor;
      const { body } = await this.#service.rest<{ items: TranscriptItem[] }>(
        'GET',
        `/api/contacts/${contactId}/transcript`,
      );
      const agent = this.#agentOf(visitor);
      const last = body.items.filter(({ type }) => type === 'MESSAGE').at(-1)?.seq ?? 0;
      await this.#until(() => visitor.lastSeq >= last && (!agent || agent.lastSeq(contactId) >= last));
      ledger.include(this.#ledgerOf(contactId));
      addVerdict(sum, ledger.check(body.items, [viewer, ...(agent ? [agent.viewer] : [])]));
      all.push(...body.items);
    }
    return { verdict: sum, stored: all };
  }

  /** The number of agents whose sessions have ended. */
  async signedOut(): Promise<number> {
    const answers = await Promise.all(
      this.#agents.map(({ cookie }) => fetch(`${this.#service.url}/api/session`, { headers: { cookie } })),
    );
    return answers.filter(({ status }) => status !== 200).length;
  }

  close(): void {
    clearInterval(this.#looking);
    for (const visitor of this.#visitors) visitor.close();
    for (const { agent } of this.#agents) agent.close();
  }

  async #place() {
    const { port, origin } = new URL(this.#service.url);
    return { line: await openLine(Number(port)), origin };
  }

  #ledgerOf(contactId: string): ChatLedger {
    const ledger = this.#agentLedgers.get(contactId) ?? new ChatLedger();
    this.#agentLedgers.set(contactId, ledger);
    return ledger;
  }

  #agentOf({ contactId }: FaultyVisitor): FaultyAgent | undefined {
    const held = this.#agents.find(
      ({ agent }) => contactId !== undefined && agent.contactIds.includes(contactId),
    );
    return held?.agent;
  }

  #isWaiting(visitor: FaultyVisitor): boolean {
    const agent = this.#agentOf(visitor);
    return visitor.waiting > 0 || !agent || agent.waitingIn(visitor.contactId!) > 0;
  }

  #look(): void {
    const now = performance.now();
    for (const visitor of this.#visitors) {
      const { name } = visitor;
      if (!this.#isWaiting(visitor)) {
        this.#waitsSince.delete(name);
        continue;
      }
      const since = this.#waitsSince.get(name) ?? now;
      this.#waitsSince.set(name, since);
      this.longestWaits.set(name, Math.max(this.longestWaits.get(name) ?? 0, now - since));
    }
  }

  /** Gives up after a while: the figures show what is missing. */
  async #until(isSo: () => boolean): Promise<void> {
    for (const from = performance.now(); !isSo() && performance.now() - from < patience;)
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}
