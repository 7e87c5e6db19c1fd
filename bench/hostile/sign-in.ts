// Genuine people sign in while others, elsewhere, try 200 wrong passwords at once.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createAgent } from '../../test/support/people.js';
import { createService, type ServiceProcess } from '../../test/support/service-process.js';
import type { Figure } from './figures.js';

const wrong = 200;
const under = 2_000;
/** Milliseconds from the first wrong attempt to the genuine one: the queue is full by then. */
const genuineAfter = 100;
const password = 'correct horse battery';

interface Attempt {
  username: string;
  password: string;
  /** An address of loopback: it stands for another client. */
  from: string;
  /** The cookie of a device that signed in before. */
  device?: string;
}
interface Answer {
  status: number;
  /** Milliseconds. */
  took: number;
  device: string;
}

/** Who guesses at what, and who signs in meanwhile. */
interface Scene {
  name: string;
  guess: (index: number) => Attempt;
  genuine: 'a known device of the account' | 'a new device of another account';
}

const wrongPassword = (index: number): string => `wrong password ${index}`;
const addressOf = (index: number): string => `127.0.${2 + (index >> 7)}.${(index % 128) + 1}`;
const guessers: { name: string; guess: Scene['guess'] }[] = [
  {
    name: 'one address guesses at one account',
    guess: (index) => ({ username: 'ada', password: wrongPassword(index), from: addressOf(0) }),
  },
  {
    name: 'one address guesses at 200 accounts',
    guess: (index) => ({ username: `user-${index}`, password: wrongPassword(0), from: addressOf(0) }),
  },
  {
    name: '20 addresses guess at one account',
    guess: (index) => ({ username: 'ada', password: wrongPassword(index), from: addressOf(index % 20) }),
  },
  {
    name: '200 addresses guess at one account',
    guess: (index) => ({ username: 'ada', password: wrongPassword(index), from: addressOf(index) }),
  },
  {
    name: '200 addresses guess at 200 accounts',
    guess: (index) => ({ username: `user-${index}`, password: wrongPassword(0), from: addressOf(index) }),
  },
];
const scenes: Scene[] = guessers.flatMap((guesser) =>
  (['a known device of the account', 'a new device of another account'] as const).map((genuine) => ({
    ...guesser,
    genuine,
  })),
);

export async function measureSignIn(): Promise<{ figures: Figure[]; notes: string[] }> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const scene of scenes) {
    // What was counted in one scene is not the next one's.
    const service = await createService({ LOG_LEVEL: 'fatal' });
    await service.start();
    const { quiet, genuine, guesses } = await play(service, scene);
    await service.stop('SIGKILL');
    const name = `${scene.name}, ${scene.genuine}`;
    figures.push({
      name: genuine.status === 204 ? name : `${name} (refused with ${genuine.status})`,
      value: genuine.status === 204 ? genuine.took : Infinity,
      ...{ unit: 'ms', under, quiet },
    });
    const counts = new Map<number, number>();
    for (const { status } of guesses) counts.set(status, (counts.get(status) ?? 0) + 1);
    notes.push(`${name}: ${[...counts].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
  }
  return { figures, notes };
}

async function play(
  service: ServiceProcess,
  { guess, genuine }: Scene,
): Promise<{ quiet: number; genuine: Answer; guesses: Answer[] }> {
  for (const username of ['ada', 'grace']) await createAgent(service, username);
  const first = await signIn(service, { username: 'ada', password, from: '127.0.0.9' });
  const guesses = Promise.all(Array.from({ length: wrong }, (_, index) => signIn(service, guess(index))));
  await new Promise((resolve) => setTimeout(resolve, genuineAfter));
  const attempt: Attempt =
    genuine === 'a known device of the account'
      ? { username: 'ada', password, from: '127.0.0.9', device: first.device }
      : { username: 'grace', password, from: '127.0.0.8' };
  return { quiet: first.took, genuine: await signIn(service, attempt), guesses: await guesses };
}

/** Signs in from an address of its own. */
async function signIn(
  { url }: ServiceProcess,
  { username, password, from, device }: Attempt,
): Promise<Answer> {
  const body = JSON.stringify({ username, password });
  const started = performance.now();
  const asking = request({
    ...{ port: new URL(url).port, host: '127.0.0.1', method: 'POST', path: '/api/session' },
    localAddress: from,
    headers: {
      ...{ origin: url, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...(device !== undefined && { cookie: device }),
    },
  });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.resume();
  const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]!);
  return {
    status: response.statusCode!,
    took: performance.now() - started,
    device: cookies.find((cookie) => cookie.includes('-device=')) ?? '',
  };
}
