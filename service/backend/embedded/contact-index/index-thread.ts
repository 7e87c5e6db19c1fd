import { Worker } from 'node:worker_threads';
import { ServiceError } from '../../../errors.js';
import type { IndexAnswer } from './contact-index-thread.js';
import type { IndexDatabase } from './index-database.js';

type Method = Exclude<keyof IndexDatabase, 'close'>;
interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** The index's file is damaged: the index must be dropped. */
export class IndexDamage extends Error {}

/** Calls the database in its thread, which the first call starts. */
export class IndexThread {
  readonly #folder: string;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #calls = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  call<Name extends Method>(
    method: Name,
    ...values: Parameters<IndexDatabase[Name]>
  ): Promise<ReturnType<IndexDatabase[Name]>> {
    return this.#send(method, values) as Promise<ReturnType<IndexDatabase[Name]>>;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.#send('close', []).catch(() => undefined);
    this.#worker = null;
    await worker.terminate();
  }

  #send(method: keyof IndexDatabase, values: unknown[]): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, method, values });
    });
  }

  #start(): Worker {
    const worker = startWorker(this.#folder);
    worker.on('message', (answer: IndexAnswer) => this.#settle(answer));
    // The next call starts another thread.
    const ended = (cause?: unknown): void => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#pending.values()) reject(unavailable(cause));
      this.#pending.clear();
    };
    worker.on('error', ended);
    worker.on('exit', () => ended());
    return worker;
  }

  #settle(answer: IndexAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    // Only a call keeps the process running.
    if (this.#pending.size === 0) this.#worker?.unref();
    if ('result' in answer) pending?.resolve(answer.result);
    else pending?.reject(answer.isDamage ? new IndexDamage(answer.error) : unavailable(answer.error));
  }
}

const unavailable = (cause?: unknown): ServiceError => new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });

function startWorker(folder: string): Worker {
  const options = { workerData: { folder }, name: 'contact-index' };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./contact-index-thread.js', import.meta.url), options);
  // From the sources, in tests: a thread does not inherit the loader of TypeScript.
  const { href } = new URL('./contact-index-thread.ts', import.meta.url);
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(href)})))`;
  return new Worker(code, { ...options, eval: true });
}
