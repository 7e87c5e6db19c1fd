import { checkHoursOfOperation } from './check-hours-of-operation.js';
import { checkMetricData } from './check-metric-data.js';
import { compare } from './compare.js';
import { disconnectParticipant } from './disconnect-participant.js';
import { endFlowExecution } from './end-flow-execution.js';
import { messageParticipant } from './message-participant.js';
import { transferContactToQueue } from './transfer-contact-to-queue.js';
import { updateContactTargetQueue } from './update-contact-target-queue.js';
import { wait } from './wait.js';

/** Every action that a flow may use. */
export const actionKinds = [
  checkHoursOfOperation,
  checkMetricData,
  compare,
  disconnectParticipant,
  endFlowExecution,
  messageParticipant,
  transferContactToQueue,
  updateContactTargetQueue,
  wait,
];
