import type { ContactFlow } from '../../shared/contact-flow.js';
import type { Queue } from '../../shared/queue.js';
import type { Widget } from '../../shared/widget-config.js';
import { checkWidget } from '../../shared/widget-input.js';
import { ServiceError } from '../errors.js';
import type { Collection } from '../backend/configuration.js';
import { sharedSuffixOf } from '../widget/shared-suffix.js';

/**
 * Validates an input and adds all defaults. Rejects with a {@link ServiceError} that names the first member
 * at fault.
 */
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
  checkSuffixes(widget);
  if (!(await flows.get(widget.flowId))) throw unknownId('/flowId', 'There is no contact flow with this id.');
  if (!(await queues.get(widget.away.queueId)))
    throw unknownId('/away/queueId', 'There is no queue with this id.');
  return widget;
}

/** Checked here only: the Public Suffix List is too large for the pages that share the other checks. */
function checkSuffixes({ domains }: Widget): void {
  for (const [index, domain] of domains.entries()) {
    const suffix = sharedSuffixOf(domain);
    if (suffix === null) continue;
    const message = `Anybody can have a website under ${suffix}: name a domain of your own, such as https://*.shop.${suffix}.`;
    throw new ServiceError('DOMAIN_INVALID', { pointer: `/domains/${index}`, message });
  }
}

const unknownId = (pointer: string, message: string): ServiceError =>
  new ServiceError('REQUEST_INVALID', { pointer, message });
