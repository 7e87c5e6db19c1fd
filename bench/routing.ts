// Simulates a contact centre with the service's own matching: when contacts arrive, when agents answer and how long chats
// take is drawn from a seed; who gets which contact is decided by `match`. No time passes but that of the decisions.
// Usage: npm run bench:routing -- [--agents 1000] [--contacts 100000] [--load 0.9] [--seed 1]
import { parseArgs } from 'node:util';
import { match, type FreeAgent, type WaitingContact } from '../service/routing/match.js';
import { createSeededRandom } from '../test/support/seeded-random.js';
import { createEventQueue } from './routing/event-queue.js';
import { percentile } from './routing/percentile.js';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '1000' },
    contacts: { type: 'string', default: '100000' },
    load: { type: 'string', default: '0.9' },
    seed: { type: 'string', default: '1' },
  },
});
const agentCount = Number(values.agents);
const contactCount = Number(values.contacts);

/** Chats at once, and milliseconds: a chat's mean length, and how long an agent takes to accept, at most. */
const maxChats = 3;
const meanChat = 8 * 60_000;
const answersWithin = 8_000;
/** One in this many offers is not answered; then it goes to the next agent. */
const missesOneIn = 50;
const ringsFor = 30_000;
const queues = ['billing', 'orders', 'returns', 'technical'];

interface Agent extends FreeAgent {
  room: number;
  idleSince: number;
  taken: number;
}

function simulate(load: number): void {
  const random = createSeededRandom(Number(values.seed)).next;
  const exponential = (mean: number): number => -Math.log(1 - random()) * mean;
  const agents = new Map<string, Agent>();
  for (let index = 0; index < agentCount; index += 1) {
    const first = index % queues.length;
    const agent = {
      agentId: `agent-${String(index).padStart(5, '0')}`,
      queues: [queues[first]!, queues[(first + 1) % queues.length]!],
      room: maxChats,
      idleSince: 0,
      taken: 0,
    };
    agents.set(agent.agentId, agent);
  }
  const perMillisecond = (load * agentCount * maxChats) / (meanChat + answersWithin / 2);
  const events = createEventQueue<() => void>();
  const waiting = new Map<string, WaitingContact>();
  const arrived = new Map<string, number>();
  const lastOffered = new Map<string, number>();
  const waits: number[] = [];
  const decisions: number[] = [];
  let [offers, missed, overtaken, longestQueue, arrivals] = [0, 0, 0, 0, 0];

  const arrive = (): void => {
    const contactId = `contact-${String(arrivals).padStart(9, '0')}`;
    arrivals += 1;
    arrived.set(contactId, events.now());
    const queueId = queues[Math.floor(random() * queues.length)]!;
    waiting.set(contactId, { contactId, queueId, since: events.now(), passedOver: {} });
    if (arrivals < contactCount) events.later(exponential(1 / perMillisecond), arrive);
  };
  const offer = (contact: WaitingContact, agent: Agent): void => {
    offers += 1;
    waiting.delete(contact.contactId);
    agent.room -= 1;
    agent.idleSince = events.now();
    const isFirst = Object.keys(contact.passedOver).length === 0;
    if (isFirst) {
      if (contact.since < (lastOffered.get(contact.queueId) ?? 0)) overtaken += 1;
      lastOffered.set(contact.queueId, contact.since);
    }
    if (Math.floor(random() * missesOneIn) === 0) events.later(ringsFor, () => miss(contact, agent));
    else events.later(random() * answersWithin, () => accept(contact, agent));
  };
  const miss = (contact: WaitingContact, agent: Agent): void => {
    missed += 1;
    agent.room += 1;
    waiting.set(contact.contactId, {
      ...contact,
      passedOver: { ...contact.passedOver, [agent.agentId]: events.now() + ringsFor },
    });
  };
  const accept = (contact: WaitingContact, agent: Agent): void => {
    waits.push(events.now() - arrived.get(contact.contactId)!);
    agent.taken += 1;
    events.later(exponential(meanChat), () => void (agent.room += 1));
  };
  const decide = (): void => {
    longestQueue = Math.max(longestQueue, waiting.size);
    if (waiting.size === 0) return;
    const free = [...agents.values()].filter(({ room }) => room > 0);
    if (free.length === 0) return;
    const contacts = [...waiting.values()];
    const from = process.hrtime.bigint();
    const matches = match(contacts, free, events.now());
    const took = Number(process.hrtime.bigint() - from) / 1_000;
    if (matches.length > 0) decisions.push(took / matches.length);
    for (const { contactId, agentId } of matches) offer(waiting.get(contactId)!, agents.get(agentId)!);
  };

  events.later(0, arrive);
  for (let next = events.take(); next; next = events.take()) {
    next();
    decide();
  }
  const taken = [...agents.values()].map((agent) => agent.taken);
  const seconds = (share: number): string => `${(percentile(waits, share) / 1000).toFixed(1)} s`;
  const micros = (share: number): string => `${percentile(decisions, share).toFixed(0)} µs`;
  console.log(`load ${load}: ${agentCount} agents with ${maxChats} chats at once, ${contactCount} contacts in ${(events.now() / 3_600_000).toFixed(1)} hours
  answered   ${waits.length}, after ${offers} offers, of which ${missed} were missed
  waited     median ${seconds(0.5)}, 95th ${seconds(0.95)}, 99th ${seconds(0.99)}, longest ${seconds(1)}; up to ${longestQueue} waited at once
  fairness   ${Math.min(...taken)} to ${Math.max(...taken)} contacts an agent; ${overtaken} contacts were first offered after a later one of their queue
  decisions  median ${micros(0.5)}, 99th ${micros(0.99)}, longest ${micros(1)} an offer`);
  if (waits.length !== contactCount)
    throw new Error(`${contactCount - waits.length} contacts were stranded.`);
}

for (const load of values.load.split(',')) simulate(Number(load));
