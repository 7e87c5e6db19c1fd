import type { FaultyLine } from '../support/faulty-line.js';
import { createSeededRandom, type SeededRandom } from '../support/seeded-random.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { ChattingPeople } from './chatting-people.js';
import {
  createPlan,
  startedBefore,
  type Fault,
  type FaultKind,
  type Measure,
  type NetworkFault,
  type Vanishing,
  type Step,
} from './fault-plan.js';
import type { FaultyAgent } from './faulty-agent.js';
import type { FaultyVisitor } from './faulty-visitor.js';
import type { Verdict } from './ledger.js';

/** The result of a run. */
export interface Outcome {
  measure: Measure;
  verdict: Verdict;
  /** The number of faults of each kind. */
  faults: Partial<Record<FaultKind, number>>;
  /** The number of messages from clients, all of which are stored if the verdict is empty. */
  messages: number;
  /** Contacts of the service that no client started. */
  contactsTooMany: number;
  /**
   * For each kill, the milliseconds from "serves on" until all clients with a working connection were live.
   */
  recoveries: number[];
  milliseconds: number;
}

/** Runs the plan of a measure on its own service, and compares everything sent and shown with the log. */
export async function runFaults(
  measure: Measure,
  report: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const service = await createService({ LOG_LEVEL: 'fatal' });
  await service.start();
  const run = new FaultRun(measure, service, report);
  try {
    return await run.carryOut();
  } finally {
    run.close();
    await service.stop('SIGKILL');
  }
}

class FaultRun {
  readonly #measure: Measure;
  readonly #service: ServiceProcess;
  readonly #report: (line: string) => void;
  readonly #people: ChattingPeople;
  /**
   * Chooses who sends next and whom a fault hits. Separate from the plan's random numbers, because it depends
   * on who is present.
   */
  readonly #random: SeededRandom;
  readonly #faults: Outcome['faults'] = {};
  readonly #recoveries: number[] = [];
  /** What continues beside the steps: connections that are repaired later, people who return. */
  readonly #later = new Set<Promise<void>>();

  constructor(measure: Measure, service: ServiceProcess, report: (line: string) => void) {
    this.#measure = measure;
    this.#service = service;
    this.#report = report;
    this.#random = createSeededRandom(measure.seed + 1);
    const port = Number(new URL(service.url).port);
    this.#people = new ChattingPeople({
      ...{ service, origin: service.url, ports: { visitors: port, agents: port } },
      ...{ chats: measure.chats, random: this.#random, name: `seed ${measure.seed}` },
    });
  }

  async carryOut(): Promise<Outcome> {
    const from = Date.now();
    const people = this.#people;
    await people.open();
    const first = startedBefore(this.#measure.chats);
    while (people.startedVisitors.length < first) people.startChat();
    await people.until('the first chats are answered', () => people.answered().length === first);
    const steps = createPlan(this.#measure);
    for (const [index, step] of steps.entries()) {
      await this.#step(step);
      if ((index + 1) % 10 === 0)
        this.#report(`${index + 1} of ${steps.length} faults, ${people.said} messages`);
    }
    await Promise.all(this.#later);
    await people.settle();
    const verdict = await people.verdict();
    return {
      measure: this.#measure,
      verdict,
      faults: this.#faults,
      messages: people.said,
      contactsTooMany: await people.contactsTooMany(),
      recoveries: this.#recoveries,
      milliseconds: Date.now() - from,
    };
  }

  close(): void {
    this.#people.close();
  }

  async #step({ starts, messages, wait, fault }: Step): Promise<void> {
    for (let count = 0; count < starts; count += 1) this.#people.startChat();
    for (let count = 0; count < messages; count += 1) {
      this.#people.sayNext();
      // Lets others run: messages are in transit while the next ones are sent.
      if (count % 8 === 7) await new Promise((resolve) => setImmediate(resolve));
    }
    await milliseconds(wait);
    await this.#befall(fault);
    await this.#people.until('no more than two rounds wait', () => this.#people.waiting <= 2 * messages + 50);
  }

  async #befall(fault: Fault): Promise<void> {
    this.#faults[fault.kind] = (this.#faults[fault.kind] ?? 0) + 1;
    if (fault.kind === 'kill') return this.#kill();
    if (fault.kind === 'freeze') return this.#freeze(fault.milliseconds);
    if (!('amount' in fault)) return this.#vanish(fault);
    const lines = this.#some(this.#people.all, fault.share).map(({ line }) => line);
    for (const line of lines) spoil(line, fault);
    this.#soon(fault.milliseconds, () => lines.forEach((line) => line.mend()));
  }

  async #kill(): Promise<void> {
    await this.#service.stop('SIGKILL');
    await this.#service.start();
    const from = Date.now();
    const good = this.#people.all.filter(({ isThere, line }) => isThere && line.isWhole);
    // Clients whose connection or page fails meanwhile are not awaited.
    await this.#people.until('all are live again', () =>
      good.every(({ isLive, isThere, line }) => isLive || !isThere || !line.isWhole),
    );
    this.#recoveries.push(Date.now() - from);
  }

  async #freeze(duration: number): Promise<void> {
    const processId = this.#service.processId()!;
    process.kill(processId, 'SIGSTOP');
    await milliseconds(duration);
    process.kill(processId, 'SIGCONT');
  }

  #vanish({ kind, share, milliseconds: duration }: Vanishing): void {
    const those = kind === 'agents vanish' ? this.#people.agents : this.#people.startedVisitors;
    const gone = this.#some<FaultyAgent | FaultyVisitor>(those, share).filter(({ isThere }) => isThere);
    gone.forEach((person) => person.vanish());
    this.#soon(duration, () => gone.forEach((person) => person.open()));
  }

  #some<T>(list: readonly T[], share: number): T[] {
    return this.#random.shuffle(list).slice(0, Math.ceil(list.length * share));
  }

  #soon(duration: number, task: () => void): void {
    const done = milliseconds(duration).then(() => {
      task();
      this.#later.delete(done);
    });
    this.#later.add(done);
  }
}

function spoil(line: FaultyLine, { kind, amount }: NetworkFault): void {
  if (kind === 'drop') line.drop();
  else if (kind === 'stall') line.stall();
  else if (kind === 'cut') line.cutAfter(amount);
  else line[kind](amount);
}

const milliseconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count));
