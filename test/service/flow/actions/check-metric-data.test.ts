import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkFlow } from '../../../../service/flow/check-flow.js';
import { noMetrics } from '../../../support/contact-fixtures.js';
import { action, errors, flowAround } from '../../../support/flow-fixtures.js';

const problemsOf = (MetricType: string) =>
  checkFlow(
    flowAround(
      action(
        'CheckMetricData',
        { MetricType, QueueId: 'q' },
        { Errors: errors('NoMatchingCondition', 'NoMatchingError') },
      ),
      'NoMatchingCondition',
      'NoMatchingError',
    ),
  );

const metrics = suite('CheckMetricData');
metrics('accepts every live metric of a queue, and no others', () => {
  for (const name of Object.keys(noMetrics)) assert.equal(problemsOf(name), [], name);
  assert.is(problemsOf('NumberOfCats')[0]?.code, 'FLOW_INVALID');
});
metrics.run();
