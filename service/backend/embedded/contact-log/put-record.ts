import type { Operation } from './commit-queue.js';
import { seal } from '../sealed-record.js';

/** The operation that stores a record, sealed. */
export const putRecord = (key: string, json: string, end: Put['end'] = null): Put => ({
  type: 'put',
  key,
  value: seal(key, json),
  end,
});

type Put = Extract<Operation, { type: 'put' }>;
