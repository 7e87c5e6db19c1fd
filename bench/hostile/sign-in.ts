// Genuine people sign in while attackers try 200 wrong passwords at once from other addresses.
import { createAgent } from '../../test/support/people.js';
import { createService, type ServiceProcess } from '../../test/support/service-process.js';
import type { Figure } from './figures.js';

const wrong = 200;
const under = 2_000;
/**
 * The genuine attempt begins when only so many attempts wait or are being compared: all others have been
 * refused by then.
 */
const unanswered = 10;
const password = 'correct horse battery';

interface Attempt {
  username: string;
  password: string;
  /** The client's address, as a trusted proxy forwards it. */
  from: string;
  /** The cookie of a device that has signed in before. */
  device?: string;
}
interface Answer {
  status: number;
  /** Milliseconds. */
  took: number;
  device: string;
}

/** Who signs in meanwhile. Some attackers guess the password of Ada's account. */
const people = [
  ['a known device of the account', 'ada', true],
  ['a new device of the account', 'ada', false],
  ['a new device of another account', 'grace', false],
] as const;

/** Who guesses which passwords, and who signs in meanwhile. */
interface Scene {
  name: string;
  guess: (index: number) => Attempt;
  genuine: (typeof people)[number];
}

const wrongPassword = (index: number): string => `wrong password ${index}`;
const addressOf = (index: number): string => `198.51.100.${index + 1}`;
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
const scenes: Scene[] = guessers.flatMap((guesser) => people.map((genuine) => ({ ...guesser, genuine })));

export async function measureSignIn(): Promise<{ figures: Figure[]; notes: string[] }> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const scene of scenes) {
    // A new service for each scene, so that no counts are carried over.
    const service = await createService({ LOG_LEVEL: 'fatal', TRUST_PROXY: '127.0.0.1,::1' });
    await service.start();
    const { quiet, genuine, guesses } = await play(service, scene);
    await service.stop('SIGKILL');
    const name = `${scene.name}, ${scene.genuine[0]}`;
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
  { guess, genuine: [, username, isKnown] }: Scene,
): Promise<{ quiet: number; genuine: Answer; guesses: Answer[] }> {
  for (const username of ['ada', 'grace']) await createAgent(service, username);
  const { device, took } = await signIn(service, { username, password, from: '192.0.2.1' });
  const guesses = Array.from({ length: wrong }, (_, index) => signIn(service, guess(index)));
  await answersTo(guesses, wrong - unanswered);
  const attempt = { username, password, from: '192.0.2.2', ...(isKnown && { device }) };
  return { quiet: took, genuine: await signIn(service, attempt), guesses: await Promise.all(guesses) };
}

/** Resolves once this many attempts are answered. */
function answersTo(attempts: readonly Promise<unknown>[], many: number): Promise<void> {
  let left = many;
  return new Promise((resolve) => {
    for (const attempt of attempts) void attempt.then(() => (left -= 1) === 0 && resolve());
  });
}

async function signIn(
  { url }: ServiceProcess,
  { username, password, from, device }: Attempt,
): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: {
      ...{ origin: url, 'content-type': 'application/json', 'x-forwarded-for': from },
      ...(device !== undefined && { cookie: device }),
    },
    body: JSON.stringify({ username, password }),
  });
  await response.arrayBuffer();
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  return {
    status: response.status,
    took: performance.now() - started,
    device: cookies.find((cookie) => cookie.includes('-device=')) ?? '',
  };
}
