import { isAvailable } from '../backend/presence.js';
import { createAnsweredWaits, type AnsweredWaits } from './answered-waits.js';
import {
  createCustomerConnections,
  type CustomerConnections,
  type CustomerConnectionsOptions,
} from './customer-connections.js';
import { createLeavingAgents, type LeavingAgents } from './leaving-agents.js';
import { followNextStatuses } from './next-statuses.js';
import { createQueuePlaces, type QueuePlaces } from './queue-places.js';
import { createRouter, type RouterOptions } from './router.js';
import { createTransferTargets, type TransferTargets } from './transfer-targets.js';

/** Moves contacts between queues and agents. */
export interface Routing {
  customerConnections: CustomerConnections;
  leavingAgents: LeavingAgents;
  /** The positions of waiting customers. */
  queuePlaces: QueuePlaces;
  /** How contacts were answered lately. */
  answers: AnsweredWaits;
  /** The agents to whom contacts can be transferred. */
  transferTargets: TransferTargets;
  /** Makes no new offers: other processes do. */
  rest(): void;
  close(): void;
}

/** Starts the router, and what tracks absent customers and agents. */
export function createRouting(options: RouterOptions & CustomerConnectionsOptions): Routing {
  const router = createRouter(options);
  const undoNextStatuses = followNextStatuses(options);
  const leavingAgents = createLeavingAgents(options);
  const customerConnections = createCustomerConnections(options);
  const answers = createAnsweredWaits(options);
  const isStaffed = (queueId: string): boolean =>
    [...options.presence.all()].some((agent) => isAvailable(agent) && agent.profile.queues.includes(queueId));
  const queuePlaces = createQueuePlaces({ ...options, answers, isStaffed });

  return {
    customerConnections,
    leavingAgents,
    queuePlaces,
    answers,
    transferTargets: createTransferTargets(options),
    rest: () => router.rest(),
    close() {
      router.close();
      undoNextStatuses();
      leavingAgents.close();
      customerConnections.close();
      queuePlaces.close();
      answers.close();
    },
  };
}
