// Measures what a genuine visitor and a genuine agent notice while others attack. See
// docs/reference/performance.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import type { ChatSession } from '../../client/chat-session.js';
import { createAgent } from '../../test/support/people.js';
import { createAgentProgram, createVisitor, signInProgram, until } from '../../test/support/programs.js';
import { createService, type ServiceProcess } from '../../test/support/service-process.js';
import type { Figure } from './figures.js';
import type { FloodOutcome, FloodTarget } from './flood.js';

const attacks = { starts: 10_000, idleSockets: 2_000, slowBodies: 500, signIns: 200 };
/** A few attempts of each kind compile the code of an attack, as in a service that has run for a while. */
const rehearsal = { starts: 300, idleSockets: 100, slowBodies: 50, signIns: 2 };
/** Milliseconds between two messages of the genuine chat. */
const messageEvery = 10;
const quietMessages = 600;
/** Milliseconds between two genuine starts, and sign-ins. */
const tryEvery = 1_000;
const quietTries = 5;
/** Time limit of an attack in milliseconds. */
const floodAtMost = 60_000;

/** Runs a quiet and a hostile minute. Returns the figures, and the outcomes of the attacks. */
export async function measureLoad(): Promise<{ figures: Figure[]; notes: string[] }> {
  // The same options as `npm start`.
  const service = await createService({ LOG_LEVEL: 'fatal', NODE_OPTIONS: '--max-semi-space-size=32' });
  await service.start();
  try {
    const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
    const { widgetId } = widgets[0]!;
    const chat = await openChat(service, widgetId);
    const doThings = (goesOn: (done: number) => boolean) =>
      Promise.all([
        repeat(goesOn, () => createVisitor(service, widgetId, 'Cleo').start()),
        repeat(goesOn, () => signInProgram(service, 'grace')),
      ]);
    await startFlood(service, widgetId, rehearsal).outcome;
    await talk(chat, (sent) => sent < quietMessages);
    const [quietStarts, quietSignIns] = await doThings((done) => done < quietTries);
    const quiet = await talk(chat, (sent) => sent < quietMessages);
    const flood = startFlood(service, widgetId, attacks);
    const [hostile, [starts, signIns]] = await Promise.all([
      talk(chat, () => !flood.isOver()),
      doThings(() => !flood.isOver()),
    ]);
    chat.visitor.destroy();
    chat.agent.destroy();
    const unit = 'ms';
    const [p99, quietP99] = [percentile(hostile, 99), percentile(quiet, 99)];
    const figures = [
      { name: `message, p99 of ${hostile.length}`, value: p99, under: 3 * quietP99, unit, quiet: quietP99 },
      {
        name: `chat start, slowest of ${starts.length}`,
        ...{ value: Math.max(...starts), under: 1_000, unit, quiet: Math.max(...quietStarts) },
      },
      {
        name: `sign-in, slowest of ${signIns.length}`,
        ...{ value: Math.max(...signIns), under: 2_000, unit, quiet: Math.max(...quietSignIns) },
      },
    ];
    return { figures, notes: toNotes(await flood.outcome) };
  } finally {
    await service.stop('SIGKILL');
  }
}

const toNotes = (outcome: FloodOutcome): string[] =>
  Object.entries(outcome).map(([attack, results]) => {
    const counts = Object.entries(results).map(([result, count]) => `${count} × ${result}`);
    return `${attack}: ${counts.join(', ')}`;
  });

interface Chat {
  visitor: ChatSession;
  agent: AgentSession;
}

/** A visitor, and an agent who takes no other chat. */
async function openChat(service: ServiceProcess, widgetId: string): Promise<Chat> {
  await createAgent(service, 'ada', 1);
  await createAgent(service, 'grace', 1);
  const agent = await createAgentProgram(service, 'ada');
  const onChange = (changed: () => void) => agent.on('change', changed);
  agent.on('change', () => {
    for (const { card, answer } of agent.offers) if (!answer) agent.accept(card.contactId);
  });
  agent.connect();
  await until(
    () => agent.state === 'live',
    (changed) => agent.on('state', changed),
  );
  agent.setStatus('AVAILABLE');
  const visitor = createVisitor(service, widgetId, 'Cleo');
  await Promise.all([visitor.start(), visitor.send('hello')]);
  await until(() => agent.chats.length > 0, onChange);
  return { visitor, agent };
}

/** Sends one message after the other. Returns the milliseconds from each send to its arrival at the agent. */
async function talk({ visitor, agent }: Chat, goesOn: (sent: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  const waiting = new Map<string, (value: void) => void>();
  const undo = agent.on('items', (_, items) => {
    for (const { content } of items) waiting.get(content ?? '')?.();
  });
  for (let sent = 0; goesOn(sent); sent += 1) {
    const content = `message ${performance.now()}`;
    const heard = new Promise<void>((resolve) => waiting.set(content, resolve));
    const from = performance.now();
    void visitor.send(content);
    await heard;
    waiting.delete(content);
    times.push(performance.now() - from);
    await pause(messageEvery);
  }
  undo();
  return times;
}

interface Flood {
  isOver: () => boolean;
  outcome: Promise<FloodOutcome>;
}

function startFlood(
  { url }: ServiceProcess,
  widgetId: string,
  many: Pick<FloodTarget, 'starts' | 'idleSockets' | 'slowBodies' | 'signIns'>,
): Flood {
  const target: FloodTarget = { port: Number(new URL(url).port), origin: url, widgetId, ...many };
  const file = fileURLToPath(new URL('flood.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(target)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Attackers have their own machines: here they get only the processor time that the service and its people
  // leave.
  setPriority(child.pid!, constants.priority.PRIORITY_LOW);
  const late = setTimeout(() => child.kill('SIGTERM'), floodAtMost);
  let isOver = false;
  const outcome = once(createInterface(child.stdout), 'line').then((words) => {
    isOver = true;
    clearTimeout(late);
    child.kill('SIGKILL');
    return JSON.parse((words as [string])[0]) as FloodOutcome;
  });
  return { isOver: () => isOver, outcome };
}

/** Repeats an attempt. Returns the milliseconds that each took. */
async function repeat(goesOn: (done: number) => boolean, attempt: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  while (goesOn(times.length)) {
    const from = performance.now();
    await attempt();
    times.push(performance.now() - from);
    await pause(tryEvery);
  }
  return times;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))]!;
}
