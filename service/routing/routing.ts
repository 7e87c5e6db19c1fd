import {
  createCustomerConnections,
  type CustomerConnections,
  type CustomerConnectionsOptions,
} from './customer-connections.js';
import { createLeavingAgents, type LeavingAgents } from './leaving-agents.js';
import { createQueuePlaces, type QueuePlaces } from './queue-places.js';
import { createRouter, type RouterOptions } from './router.js';
import { createTransferTargets, type TransferTargets } from './transfer-targets.js';

/** Moves contacts between queues and agents. */
export interface Routing {
  customerConnections: CustomerConnections;
  leavingAgents: LeavingAgents;
  /** The positions of waiting customers. */
  queuePlaces: QueuePlaces;
  /** The agents to whom contacts can be transferred. */
  transferTargets: TransferTargets;
  /** Makes no new offers: other processes do. */
  rest(): void;
  close(): void;
}

/** Starts the router, and what tracks absent customers and agents. */
export function createRouting(options: RouterOptions & CustomerConnectionsOptions): Routing {
  const router = createRouter(options);
  const leavingAgents = createLeavingAgents(options);
  const customerConnections = createCustomerConnections(options);
  const queuePlaces = createQueuePlaces(options);

  return {
    customerConnections,
    leavingAgents,
    queuePlaces,
    transferTargets: createTransferTargets(options),
    rest: () => router.rest(),
    close() {
      router.close();
      leavingAgents.close();
      customerConnections.close();
      queuePlaces.close();
    },
  };
}
