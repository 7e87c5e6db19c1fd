import { createSeededRandom, type SeededRandom } from '../support/seeded-random.js';
import { createTestClock, type TestClock } from '../support/test-clock.js';
import { openTestApp, type TestApp } from '../support/test-app.js';
import type { AnyFrame, Frames } from '../support/frames.js';

const day = 24 * 60 * 60_000;
/** Time limit in real milliseconds for anything awaited, after which a test fails and names it. */
const patience = 60_000;

interface Opening {
  clock?: TestClock;
  /** A folder to keep. By default, a folder that is removed with the service. */
  dataDir?: string;
}

/** A complete service with a test clock for monotonic time, whose wall clock is set repeatedly. */
export class JumpingService {
  readonly test: TestApp;
  readonly clock: TestClock;
  readonly random: SeededRandom;
  /** The number of times that the wall clock was set. */
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

  /** Sets the wall clock to a random time within a day of the true time. */
  jump(): void {
    this.jumps += 1;
    const { clock } = this;
    clock.jump(this.#truth + clock.monotonic() + this.random.integer(-day, day) - clock.now());
  }

  /**
   * Waits while the wall clock is set at every turn of the event loop, so also between a decision and its
   * commit.
   */
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

  /** Advances the time, and sets the wall clock after each `step`. These sockets answer pings. */
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

/** Resolves when the condition holds. Checks it at each turn of the event loop, after that turn's events. */
export async function untilSo(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const from = performance.now();
  while (!(await isSo())) {
    if (performance.now() - from > patience) throw new Error(`Not in time: ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All frames that have arrived at a socket and were not taken yet, in order. */
export async function takeAll(frames: Frames): Promise<AnyFrame[]> {
  const types = frames.unread().map(({ type }) => type);
  return Promise.all(types.map((type) => frames.next(type)));
}
