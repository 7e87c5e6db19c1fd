// Sets the wall clock of a service to random times, once a second for a minute, while people chat on it.
import { limits } from '../../shared/limits.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Verdict } from '../../test/faults/ledger.js';
import { chosenSeed, createSeededRandom } from '../../test/support/seeded-random.js';
import { createService } from '../../test/support/service-process.js';
import { ChattingPeople } from './chatting-people.js';
import { howToInstall, openFakeClock } from './faketime.js';
import type { Figure } from './figures.js';
import { watchRings } from './watch-rings.js';

const day = 24 * 60 * 60;
const seconds = 60;
const chatsAtFirst = 40;
const agents = 2;
/** Seconds between two starts of chats. */
const startEvery = 3;
const messagesASecond = 100;
const ringing = 6;
/** A chat counts as blocked after so many milliseconds without an acknowledgement or an agent. */
const blockedAfter = 5_000;
/** Allowed deviation of a ring's length in milliseconds, for a busy machine. */
const ringTolerance = 1_000;

/** The figures of one minute, and further notes. */
export async function measureClockJumps(): Promise<{ figures: Figure[]; notes: string[] }> {
  const clock = openFakeClock();
  if (!clock) throw new Error(howToInstall);
  const seed = chosenSeed();
  const random = createSeededRandom(seed);
  const service = await createService({ LOG_LEVEL: 'fatal', ...clock.environment });
  await service.start();
  const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  const people = new ChattingPeople(service, widgets[0]!.widgetId);
  try {
    await people.openAgents(agents);
    for (let count = 0; count < chatsAtFirst; count += 1) await people.startChat();
    const rings = await watchRings(service, ringing);
    for (let second = 0; second < seconds; second += 1) {
      clock.set(random.integer(-day, day));
      if (second % startEvery === 0) await people.startChat();
      for (let count = 0; count < messagesASecond; count += 1) {
        people.sayNext(random);
        await pause(1_000 / messagesASecond);
      }
    }
    const { verdict, stored } = await people.finish();
    rings.close();
    const waits = [...people.longestWaits.values()];
    return {
      figures: [
        ...(Object.keys(verdict) as (keyof Verdict)[]).map((name) =>
          nothing(`messages ${name}`, verdict[name].length),
        ),
        nothing('chats blocked', waits.filter((wait) => wait > blockedAfter).length),
        nothing('agents signed out', await people.signedOut()),
        {
          name: `${rings.lengths.length} rings of ${limits.ring} ms, the one furthest from it`,
          value: furthest(rings.lengths),
          unit: 'ms',
          under: ringTolerance,
        },
      ],
      notes: [
        `SEED=${seed}: ${seconds} jumps, ${people.chats} chats, ${people.said} messages`,
        `times in the transcripts lie up to ${hoursApart(stored)} hours apart`,
        `longest wait for an acknowledgement or an agent: ${Math.round(Math.max(...waits))} ms`,
      ],
    };
  } finally {
    people.close();
    await service.stop('SIGKILL');
    clock.close();
  }
}

/** How far the length of a ring is from what it should be, at most; infinitely far if none was completed. */
const furthest = (lengths: readonly number[]): number =>
  lengths.length === 0 ? Infinity : Math.max(...lengths.map((length) => Math.abs(length - limits.ring)));

const nothing = (name: string, value: number): Figure => ({ name, value, unit: '' });

function hoursApart(items: readonly TranscriptItem[]): number {
  const times = items.map(({ absoluteTime }) => Date.parse(absoluteTime));
  return Math.round((Math.max(...times) - Math.min(...times)) / 3_600_000);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
