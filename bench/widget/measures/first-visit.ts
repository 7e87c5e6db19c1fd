import type { Page } from 'playwright-core';
import type { Answers } from '../figures.js';
import { weigh, type Bytes } from '../fetched-bytes.js';
import { press } from '../press.js';
import type { BenchServer } from '../server.js';
import type { Subject } from '../subject.js';
import { longestTask } from '../trace.js';
import { inTime, visit, wait } from '../visit.js';

/** Milliseconds after which a loaded page has settled. */
const settled = 1_500;
/** Milliseconds from the pointer's arrival on a button to its press: people need more. */
const pointed = 100;

const inKilobytes = (bytes: number): number => bytes / 1000;

/** A first visit: the page loads, the visitor opens the chat, writes, and sends. */
export async function measureFirstVisit(server: BenchServer, subject: Subject): Promise<Answers> {
  const address = server.address(subject, 0);
  const answers: Answers = {};
  const weighed = await visit({ subject, address, items: 0 }, async ({ page, fetched, go }) => {
    await page
      .context()
      .browser()!
      .startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await go();
    await wait(settled);
    const trace = await page.context().browser()!.stopTracing();
    answers.loadLongest = longestTask(trace);
    const before = [...fetched];
    answers.requestsBefore = before.length;
    await press(page, pointed);
    answers.writable =
      (await inTime(page.evaluate(() => window.probe.untilWritable()))) ?? 'no answer in 60 s';
    await talk(page);
    answers.shift = await page.evaluate(() => window.probe.shift);
    return [await weigh(before), await weigh(fetched)] as [Bytes, Bytes];
  });
  const [before, talking] = weighed;
  // Measured once for all subjects: the minimum of any chat in this browser.
  if (subject === server.subjects[0]) answers.writableFloor = await measureFloor(server, subject);
  answers.bytesBefore = inKilobytes(before.brotli);
  answers.bytesBeforeGzip = inKilobytes(before.gzip);
  answers.bytesBeforeRaw = inKilobytes(before.raw);
  answers.bytesTalking = inKilobytes(talking.brotli);
  answers.bytesTalkingGzip = inKilobytes(talking.gzip);
  answers.bytesTalkingRaw = inKilobytes(talking.raw);
  return answers;
}

function measureFloor(server: BenchServer, subject: Subject): Promise<number | string> {
  return visit({ subject, address: server.floorAddress, items: 0 }, async ({ page, go }) => {
    await go();
    await wait(settled);
    await press(page, pointed);
    return (await inTime(page.evaluate(() => window.probe.untilWritable()))) ?? 'no answer in 60 s';
  });
}

let bareLoad: ReturnType<typeof load> | undefined;

/** The page loads without tracing, and the visitor presses without hovering first. */
export async function measureLoad(server: BenchServer, subject: Subject): Promise<Answers> {
  const bare = await (bareLoad ??= load(server.bareAddress, subject));
  const floor = subject === server.subjects[0] && (await load(server.floorAddress, subject));
  const address = server.address(subject, 0);
  const tag = await load(address, subject, async (page) => {
    await press(page);
    return (await inTime(page.evaluate(() => window.probe.untilWritable()))) ?? 'no answer in 60 s';
  });
  const snippet = subject.snippet ? await load(server.address(subject, 'snippet'), subject) : tag;
  return {
    bytesSnippet: inKilobytes(snippet.bytes),
    loadScriptSnippet: snippet.script - bare.script,
    loadScript: tag.script - bare.script,
    ...(floor && { loadScriptFloor: floor.script - bare.script }),
    loadTasks: tag.tasks - bare.tasks,
    writableCold: tag.then,
  };
}

/** Milliseconds of the main thread until a page has settled. Then `ask` may measure more. */
function load(address: string, subject: Subject, ask?: (page: Page) => Promise<number | string>) {
  return visit({ subject, address, items: 0 }, async ({ page, go, counters, fetched }) => {
    await go();
    await wait(settled);
    const { ScriptDuration, V8CompileDuration, TaskDuration } = await counters();
    const before = [...fetched];
    return {
      script: (ScriptDuration! + (V8CompileDuration ?? 0)) * 1000,
      tasks: TaskDuration! * 1000,
      then: await ask?.(page),
      bytes: (await weigh(before)).brotli,
    };
  });
}

/** Sends a message; resolves when the page shows it. */
async function talk(page: Page): Promise<void> {
  await page.evaluate(() => window.chat.composer()!.focus());
  await page.keyboard.type('Hello', { delay: 50 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.chat.last()?.textContent?.trim());
  await wait(settled);
}
