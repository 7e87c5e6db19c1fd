import { defaultFlow } from '../../service/flow/default-flow.js';
import { createAgent } from '../../test/support/people.js';
import { createAgentProgram, createVisitor } from '../../test/support/programs.js';
import type { ServiceProcess } from '../../test/support/service-process.js';

const queueId = 'unanswered';

/** Visitors who are offered to an agent who never answers, in their own queue. */
export interface WatchedRings {
  /** The length of each completed ring in milliseconds. */
  lengths: number[];
  close(): void;
}

export async function watchRings(service: ServiceProcess, visitors: number): Promise<WatchedRings> {
  const content = JSON.parse(
    JSON.stringify(defaultFlow).replaceAll('"QueueId":"default"', `"QueueId":"${queueId}"`),
  ) as object;
  await service.rest('PUT', `/api/queues/${queueId}`, { name: queueId });
  await service.rest('PUT', `/api/flows/${queueId}`, { name: queueId, content });
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: queueId,
    flowId: queueId,
  });
  const { body: account } = await createAgent(service, queueId, visitors);
  const { agentId } = account as { agentId: string };
  await service.rest('PATCH', `/api/agents/${agentId}`, { queues: [queueId] });
  const agent = await createAgentProgram(service, queueId);
  const since = new Map<string, number>();
  const lengths: number[] = [];
  const unwatch = agent.on('change', () => {
    const ringing = new Set(agent.offers.map(({ card }) => card.contactId));
    for (const contactId of ringing) if (!since.has(contactId)) since.set(contactId, performance.now());
    for (const [contactId, from] of since)
      if (!ringing.has(contactId)) {
        since.delete(contactId);
        lengths.push(performance.now() - from);
      }
    if (agent.status !== 'AVAILABLE' && agent.state === 'live') agent.setStatus('AVAILABLE');
  });
  agent.connect();
  const people = Array.from({ length: visitors }, (_, index) =>
    createVisitor(service, body.widgetId, `ringing ${index}`),
  );
  await Promise.all(people.map((visitor) => visitor.start()));
  return {
    lengths,
    close() {
      // The end of the session withdraws what still rings: that is no completed ring.
      unwatch();
      agent.destroy();
      for (const visitor of people) visitor.destroy();
    },
  };
}
