import type { ContactFlow } from '../../shared/contact-flow.js';
import type { Queue } from '../../shared/queue.js';
import type { Widget } from '../../shared/widget-config.js';
import { checkWidget } from '../../shared/widget-input.js';
import { ServiceError } from '../errors.js';
import type { Collection } from '../store/configuration.js';

/** The whole widget that an input means. Rejects with a {@link ServiceError} that names the first member at fault. */
export async function completeWidget(
  input: unknown,
  { flows, queues }: { flows: Collection<ContactFlow>; queues: Collection<Queue> },
): Promise<Widget> {
  const { widget, problems } = checkWidget(input);
  if (!widget) {
    const { code, pointer, message } = problems[0]!;
    const where = code === 'REQUEST_INVALID' ? `${pointer || 'The widget'}: ` : '';
    throw new ServiceError(code, { pointer, message: where + message });
  }
  if (!(await flows.get(widget.flowId))) throw unknownId('/flowId', 'There is no contact flow with this id.');
  if (!(await queues.get(widget.away.queueId)))
    throw unknownId('/away/queueId', 'There is no queue with this id.');
  return widget;
}

const unknownId = (pointer: string, message: string): ServiceError =>
  new ServiceError('REQUEST_INVALID', { pointer, message });
