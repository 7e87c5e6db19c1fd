import { createSeededRandom, type SeededRandom } from '../support/seeded-random.js';
import { createTestClock, type TestClock } from '../support/test-clock.js';
import { openTestApp, type TestApp } from '../support/test-app.js';
import type { AnyFrame, Frames } from '../support/frames.js';

const day = 24 * 60 * 60_000;
/** Real milliseconds that anything waited for may take, before a test gives up and says what it waited for. */
const patience = 60_000;

interface Opening {
  clock?: TestClock;
  /** A folder that is kept; left out, one that goes with the service. */
  dataDir?: string;
}

/** A whole service whose monotonic clock is the test's, and whose wall clock is set again and again. */
export class JumpingService {
  readonly test: TestApp;
  readonly clock: TestClock;
  readonly random: SeededRandom;
  /** How often the wall clock was set. */
  jumps = 0;
  readonly #truth: number;

  static async open(
    seed: number,
    { clock = createTestClock(), dataDir }: Opening = {},
  ): Promise<JumpingService> {
    const test = await openTestApp({ ...(dataDir !== undefined && { dataDir }) }, { clock });
    return new JumpingService(test, clock, seed);
  }

  private constructor(test: TestApp, clock: TestClock, seed: number) {
    this.test = test;
    this.clock = clock;
    this.random = createSeededRandom(seed);
    this.#truth = clock.now() - clock.monotonic();
  }

  /** Sets the wall clock to any moment from a day before the true time to a day after it. */
  jump(): void {
    this.jumps += 1;
    const { clock } = this;
    clock.jump(this.#truth + clock.monotonic() + this.random.integer(-day, day) - clock.now());
  }

  /** Waits while the wall clock is set at every turn of the event loop: also between a decision and its being stored. */
  async during<T>(what: string, waitedFor: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => (isOver = true);
    waitedFor.then(over, over);
    await untilSo(what, () => {
      this.jump();
      return isOver;
    });
    return waitedFor;
  }

  /** Time passes, and the wall clock is set after each `step` of it; these sockets show that they are there. */
  async pass(milliseconds: number, sockets: readonly Frames[] = [], step = 1_000): Promise<void> {
    for (let left = milliseconds; left > 0; left -= step) {
      this.clock.pass(Math.min(step, left));
      this.jump();
      for (const frames of sockets) {
        frames.say({ type: 'ping' });
        await frames.next('pong');
      }
    }
  }
}

/** Resolves when it is so; it is asked at each turn of the event loop, after whatever came in that turn. */
export async function untilSo(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const from = performance.now();
  while (!(await isSo())) {
    if (performance.now() - from > patience) throw new Error(`Not in time: ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Everything that has arrived at a socket and was not taken yet, in its order. */
export async function takeAll(frames: Frames): Promise<AnyFrame[]> {
  const types = frames.unread().map(({ type }) => type);
  return Promise.all(types.map((type) => frames.next(type)));
}
