import { createLocalBus } from '../../../../service/backend/memory/local-bus.js';
import { busContract, type TestTopics } from '../bus-contract.js';

busContract('local', async () => {
  const errors: unknown[] = [];
  const bus = createLocalBus<TestTopics>({ onError: (error) => errors.push(error) });
  return { processes: [bus, bus], arrived: async () => undefined, errors, close: async () => undefined };
});
