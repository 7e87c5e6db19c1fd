import type { Answers } from '../figures.js';
import { press } from '../press.js';
import type { BenchServer } from '../server.js';
import { textOf, type Subject } from '../subject.js';
import { inTime, visit, wait, type Visit } from '../visit.js';

const none = 'no answer in 60 s';
/** The number of key presses, the milliseconds between two, and the time limit. */
const keys = 60;
const keyEvery = 60;
const typedWithin = 30_000;
/** The parts of a measurement with many items. */
const parts = [
  'open',
  'busy',
  'heap',
  'nodes',
  'key',
  'keyMedian',
  'appendScript',
  'appendTasks',
  'appendLongest',
  'appendBehind',
] as const;
type Parts = Partial<Record<(typeof parts)[number], number | string>>;
/** The number of appended messages, and the milliseconds between two. */
const appended = 150;
const appendEvery = 20;

interface Place {
  server: BenchServer;
  subject: Subject;
  items: 1_000 | 10_000;
}

/** A visitor returns to a chat with this many items and opens it; then types, and receives many messages. */
export const measureItems =
  (items: Place['items']) =>
  async (server: BenchServer, subject: Subject): Promise<Answers> => {
    const place = { server, subject, items };
    const address = server.address(subject, items);
    const answers = await visit({ subject, address, items }, async (visited) => {
      const opened = await open(visited, place);
      if (opened === undefined) return Object.fromEntries(parts.map((part) => [part, none]));
      const { TaskDuration } = await visited.counters();
      return {
        open: opened,
        busy: TaskDuration! * 1000,
        ...(await weighHeap(visited)),
        ...(await write(visited)),
        ...(await append(visited, place)),
      };
    });
    return Object.fromEntries(Object.entries(answers).map(([part, answer]) => [`${part}${items}`, answer]));
  };

/** Milliseconds from the press to the paint of the newest item. */
async function open({ page, go }: Visit, { subject, items }: Place): Promise<number | undefined> {
  await go();
  const isReady = await inTime(page.evaluate(() => window.probe.untilReady().then(() => true)));
  if (!isReady) return undefined;
  const newest = subject.newest?.(items) ?? textOf(items);
  await press(page, 100);
  return inTime(page.evaluate((text) => window.probe.untilShown(text), newest));
}

async function weighHeap({ devtools, counters }: Visit): Promise<Parts> {
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes } = await counters();
  return { heap: JSHeapUsedSize! / 1_000_000, nodes: Nodes! };
}

async function write({ page }: Visit): Promise<Parts> {
  await page.evaluate(() => window.chat.composer()!.focus());
  await wait(500);
  await page.evaluate(() => (window.probe.keys = []));
  const until = performance.now() + typedWithin;
  for (let key = 0; key < keys && performance.now() < until; key += 1) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'e');
    await wait(keyEvery);
  }
  await wait(500);
  const taken = await page.evaluate(() => window.probe.keys);
  if (taken.length === 0) return { key: none, keyMedian: none };
  taken.sort((a, b) => a - b);
  return { key: taken[Math.ceil(taken.length * 0.98) - 1]!, keyMedian: taken[taken.length >> 1]! };
}

async function append({ page, counters }: Visit, { subject, items }: Place): Promise<Parts> {
  await page.evaluate(() => {
    window.probe.longTasks = [];
    window.chat.toEnd?.();
  });
  const before = await counters();
  const run = `${performance.now()}`;
  for (let message = 1; message <= appended; message += 1) {
    subject.say(`${run} ${message}.`, items);
    await wait(appendEvery);
  }
  const saidAt = performance.now();
  const shown = await inTime(page.evaluate((text) => window.probe.untilShown(text), `${run} ${appended}.`));
  const behind = performance.now() - saidAt;
  if (shown === undefined)
    return { appendScript: none, appendTasks: none, appendLongest: none, appendBehind: none };
  const after = await counters();
  const each = (name: string): number => ((after[name]! - before[name]!) * 1000) / appended;
  return {
    appendScript: each('ScriptDuration'),
    appendTasks: each('TaskDuration'),
    appendLongest: await page.evaluate(() => Math.max(0, ...window.probe.longTasks)),
    appendBehind: behind,
  };
}
