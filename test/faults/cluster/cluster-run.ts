import { setTimeout } from 'node:timers/promises';
import { createSeededRandom } from '../../support/seeded-random.js';
import { ChattingPeople } from '../chatting-people.js';
import type { Verdict } from '../ledger.js';
import {
  createClusterPlan,
  startedBefore,
  type ClusterFaultKind,
  type ClusterMeasure,
  type ClusterStep,
} from './cluster-plan.js';
import { Cluster } from './cluster.js';
import { countDoubleOffers, watchCapacity, type RoutingVerdict } from './routing-check.js';

/** The result of a run. */
export interface ClusterOutcome {
  measure: ClusterMeasure;
  verdict: Verdict;
  routing: RoutingVerdict;
  /** Contacts that nobody started. */
  contactsTooMany: number;
  /** Chats without an agent at the end, although agents have room. */
  stranded: number;
  messages: number;
  /** For each fault, the milliseconds from its end until all clients were live. */
  recoveries: { kind: ClusterFaultKind; milliseconds: number }[];
  milliseconds: number;
}

/** Milliseconds between two looks at how much is to be said. */
const tick = 10;
/** A fault that ends at once still has messages around it, for this many milliseconds. */
const talkAround = 1_000;

/** Runs the plan of a measure on its own cluster, and compares everything sent and shown with the log. */
export async function runClusterFaults(
  measure: ClusterMeasure,
  report: (line: string) => void = () => undefined,
): Promise<ClusterOutcome> {
  const cluster = await Cluster.start(measure.processes);
  const people = new ChattingPeople({
    service: cluster.services[0]!,
    origin: cluster.agents.url,
    ports: { visitors: cluster.visitors.port, agents: cluster.agents.port },
    chats: measure.chats,
    random: createSeededRandom(measure.seed + 1),
    name: `seed ${measure.seed}`,
  });
  try {
    return await carryOut({ measure, cluster, people, report });
  } finally {
    people.close();
    await cluster.close();
  }
}

interface Run {
  measure: ClusterMeasure;
  cluster: Cluster;
  people: ChattingPeople;
  report: (line: string) => void;
}

async function carryOut(run: Run): Promise<ClusterOutcome> {
  const { measure, cluster, people } = run;
  const from = Date.now();
  await people.open();
  const beyondCapacity = watchCapacity(cluster);
  const first = startedBefore(measure.chats);
  while (people.startedVisitors.length < first) people.startChat();
  await people.until('the first chats are answered', () => people.answered().length === first);
  const recoveries: ClusterOutcome['recoveries'] = [];
  for (const step of createClusterPlan(measure)) recoveries.push(await carryOutStep(run, step));
  await people.settle();
  return {
    measure,
    verdict: await people.verdict(),
    routing: { beyondCapacity: beyondCapacity(), offeredTwice: await countDoubleOffers(cluster) },
    contactsTooMany: await people.contactsTooMany(),
    stranded: people.visitors.length - people.answered().length,
    messages: people.said,
    recoveries,
    milliseconds: Date.now() - from,
  };
}

async function carryOutStep(
  { cluster, people, report }: Run,
  { starts, messages, fault }: ClusterStep,
): Promise<ClusterOutcome['recoveries'][number]> {
  for (let count = 0; count < starts; count += 1) people.startChat();
  const lasts = talkAround + ('milliseconds' in fault ? fault.milliseconds : 0);
  const talking = talk(people, messages, lasts);
  await cluster.befall(fault);
  const ended = Date.now();
  await people.until('all are live again', () => people.all.every(({ isLive }) => isLive));
  const milliseconds = Date.now() - ended;
  await talking;
  await people.until('nearly everything is acknowledged', () => people.waiting <= people.visitors.length);
  if (fault.kind === 'failover') await cluster.postgres.repair();
  report(`${JSON.stringify(fault)}: all live again after ${milliseconds} ms, ${people.said} messages`);
  return { kind: fault.kind, milliseconds };
}

/** People say so many things, spread over this time, or longer where they wait for what they have said. */
async function talk(people: ChattingPeople, messages: number, milliseconds: number): Promise<void> {
  const from = Date.now();
  const atOnce = 2 * people.visitors.length + 50;
  for (let said = 0; said < messages;) {
    const due = Math.ceil((messages * (Date.now() - from)) / milliseconds);
    for (; said < Math.min(due, messages) && people.waiting < atOnce; said += 1) people.sayNext();
    await setTimeout(tick);
  }
}
