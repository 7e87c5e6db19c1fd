import { Type } from 'typebox';
import { queueMetricNames, type QueueMetric } from '../../../shared/queue-metrics.js';
import type { ActionKind } from '../action.js';

const metrics = Object.keys(queueMetricNames) as QueueMetric[];
const agentMetrics: string[] = metrics.filter((metric) => queueMetricNames[metric].counts === 'agents');

/** "Check staffing" and "Check queue status": compares a metric of a queue; by default the contact's queue. */
export const checkMetricData: ActionKind = {
  type: 'CheckMetricData',
  parameters: Type.Object(
    {
      MetricType: Type.Union(metrics.map((metric) => Type.Literal(metric))),
      QueueId: Type.Optional(Type.String({ minLength: 1 })),
    },
    { additionalProperties: false },
  ),
  isNextOptional: true,
  requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
  refuseCondition({ Operator, Operands: [operand] }, { Parameters: { MetricType } }) {
    if (!agentMetrics.includes(String(MetricType))) return null;
    const isAny = Operator === 'NumberGreaterThan' && operand === '0';
    return isAny ? null : 'a number of agents is compared only with NumberGreaterThan "0"';
  },
  run({ parameters, facts }) {
    const queueId = parameters.QueueId ?? facts.targetQueueId;
    const isKnown = typeof queueId === 'string' && Object.hasOwn(facts.queues, queueId);
    if (!isKnown) return { go: 'error', errorType: 'NoMatchingError' };
    const metric = parameters.MetricType as QueueMetric;
    return { go: 'on', value: String(facts.queues[queueId]![metric]) };
  },
};
