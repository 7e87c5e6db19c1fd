import { parentPort, workerData } from 'node:worker_threads';
import { IndexDatabase, isDamage } from './index-database.js';

/** A call of a method of the database. */
export interface IndexCall {
  id: number;
  method: keyof IndexDatabase;
  values: unknown[];
}

export type IndexAnswer = { id: number; result: unknown } | { id: number; error: string; isDamage: boolean };

/** The thread of the contact index: SQLite blocks, and must not block the chats. It answers one call after the other. */
const database = new IndexDatabase((workerData as { folder: string }).folder);
const port = parentPort!;

port.on('message', ({ id, method, values }: IndexCall) => {
  port.postMessage(answerOf(id, () => (database[method] as Method).apply(database, values)));
  if (method === 'close') port.close();
});

function answerOf(id: number, call: () => unknown): IndexAnswer {
  try {
    return { id, result: call() };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error), isDamage: isDamage(error) };
  }
}

type Method = (...values: unknown[]) => unknown;
