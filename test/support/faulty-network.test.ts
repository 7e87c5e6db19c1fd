import { busContract, type TestTopics } from '../service/backend/bus-contract.js';
import { createFaultyNetwork } from './faulty-network.js';
import { createSeededRandom } from './seeded-random.js';
import { createTestClock } from './test-clock.js';

// A network without faults must fulfil the contract of a bus.
busContract('a network of processes', async () => {
  const clock = createTestClock();
  const errors: unknown[] = [];
  const network = createFaultyNetwork<TestTopics>({
    clock,
    random: createSeededRandom(1),
    onError: (error) => errors.push(error),
  });
  return {
    processes: [network.join(), network.join()],
    arrived: async () => clock.pass(0),
    interrupt: async () => network.interrupt(1)(),
    errors,
    close: async () => undefined,
  };
});
