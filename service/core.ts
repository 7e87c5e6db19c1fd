import type { FastifyBaseLogger } from 'fastify';
import type { StatusReason } from '../shared/status-reason.js';
import type { ContactFlow } from '../shared/contact-flow.js';
import type { Queue } from '../shared/queue.js';
import type { QueueMetrics } from '../shared/queue-metrics.js';
import type { Widget } from '../shared/widget-config.js';
import { createAuditLog, type AuditLog } from './audit/audit-log.js';
import { createAttachments, type Attachments } from './attachments/attachments.js';
import { toAgentView, type AgentAccount } from './auth/agent-account.js';
import { createChatAdmission, type ChatAdmission } from './auth/chat-admission.js';
import { createOwnOrigins, type OwnOrigins } from './auth/own-origins.js';
import type { Passwords } from './auth/passwords.js';
import type { WidgetKeys } from './auth/security-keys.js';
import { createSetupLink, type SetupLink } from './auth/setup-link.js';
import { Staff } from './auth/staff.js';
import type { Backend } from './backend/backend.js';
import type { Collection } from './backend/configuration.js';
import type { OnDamage } from './backend/contact-log.js';
import type { Presence } from './backend/presence.js';
import { createCannedReplies, type CannedReplies } from './canned-replies/canned-replies.js';
import { every, type Clock } from './clock.js';
import type { ContactSummary } from './contact/contact-summary.js';
import { openContactSearch, type ContactSearching } from './contact-index/open-contact-search.js';
import { createContacts, type Contacts } from './contact/contacts.js';
import { createDeparture, type Departure } from './departure.js';
import { ServiceError } from './errors.js';
import { openInstance } from './first-start.js';
import { createFlowWorld } from './flow-world.js';
import { createClientLimits, type ClientLimits } from './limits/client-limits.js';
import { openConfiguration } from './open-configuration.js';
import { createParticipants, type Participants } from './participant/participants.js';
import type { Metrics } from './metrics/metrics.js';
import { createRetention, type ContactRetention } from './retention/retention.js';
import { queueMetrics } from './routing/queue-metrics.js';
import { createRouting, type Routing } from './routing/routing.js';
import { createWorkload, type Workload } from './routing/workload.js';
import type { Settings } from './settings.js';
import { openWidgetActivities, type WidgetActivities } from './widget/widget-activity.js';

/** Everything between the backend and the edges, wired once. */
export interface Core {
  settings: Settings;
  clock: Clock;
  /** See {@link Backend.epoch}. */
  epoch: string;
  widgets: Collection<Widget>;
  keys: Collection<WidgetKeys>;
  flows: Collection<ContactFlow>;
  queues: Collection<Queue>;
  statusReasons: Collection<StatusReason>;
  audit: AuditLog;
  retention: ContactRetention;
  cannedReplies: CannedReplies;
  activities: WidgetActivities;
  staff: Staff;
  setupLink: SetupLink;
  ownOrigins: OwnOrigins;
  admission: ChatAdmission;
  clientLimits: ClientLimits;
  contacts: Contacts;
  contactFinder: ContactSearching['contactFinder'];
  contactIndex: ContactSearching['contactIndex'];
  attachments: Attachments;
  participants: Participants;
  presence: Presence;
  workload: Workload;
  routing: Routing;
  metrics: (queueId: string) => QueueMetrics;
  instruments: Metrics;
  /** Begin it before `close` if there are other processes. */
  departure: Departure;
  sampleWidgetId: () => Promise<string | null>;
  /** Loads all sessions and active contacts. Call it once, before the first request. */
  recover: () => Promise<void>;
  /** Also closes the backend. Resolves after everything in progress is durable. */
  close: () => Promise<void>;
}

interface Tidied extends Pick<Core, 'attachments' | 'clock' | 'contacts'> {
  onError: (error: unknown) => void;
}

export interface CoreOptions {
  backend: Backend;
  settings: Settings;
  clock: Clock;
  passwords: Passwords;
  logger: FastifyBaseLogger;
  instruments: Metrics;
}

/** Milliseconds between two sweeps of uploads that were never posted. */
const sweepEvery = 5 * 60_000;
/** Milliseconds between two clean-ups of the contacts' cache. */
const tidyEvery = 60_000;

/** Opens the configuration in the backend, and builds the core with both. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { backend, settings, clock, passwords, logger, instruments } = options;
  const { log, attachments: files, timers, presence, customers, offers, claims, bus, epoch } = backend;
  const { throttle, openAllowance, changes, index } = backend;
  const { configuration, instance } = await openConfigured(backend);
  const { widgets, keys, flows, queues, agents } = configuration;

  const onError = (error: unknown, contactId?: string): void =>
    logger.error({ err: error, contactId }, 'contact');
  const workload = createWorkload(clock);
  const metrics = (queueId: string): QueueMetrics =>
    queueMetrics(queueId, { workload, presence, now: clock.monotonic() });
  const world = createFlowWorld({ flows, queues, widgets, metrics, clock });
  const { hintRecovered: onHintRecovered } = instruments;
  const contacts = createContacts({
    ...{ log, files, changes, bus, timers, clock, world, onHintRecovered, onError },
  });
  const { close: closeSearch, ...searching } = openContactSearch({ index, log, clock, onError });
  const attachments = createAttachments({ store: files, claims, contacts, clock, macros: settings.macros });
  const routing = createRouting({
    ...{ contacts, workload, presence, customers, offers, clock, onError },
  });
  const staff = new Staff({ agents, throttle, clock, passwords });
  const clientLimits = createClientLimits({ settings: settings.limits, openAllowance, clock });
  const cannedReplies = createCannedReplies(configuration.cannedReplies);
  const retention = createRetention({ store: configuration.retention, contacts, claims, clock, logger });
  const departure = createDeparture();
  departure.on(() => [routing, contacts].forEach((each) => each.rest()));
  const undos = [
    () => retention.close(),
    ...connect({ backend, agents, cannedReplies, contacts, staff, clientLimits, routing, workload, logger }),
    countInterruptions(bus, instruments),
    keepTidy({ clock, attachments, contacts, onError }),
  ];
  const activities = await openWidgetActivities({ store: configuration.activities, clock, onError });
  const admission = createChatAdmission({
    ...{ keys, clock, slowDown: clientLimits.refuseToken },
    onRefused(refused) {
      instruments.refused('token');
      logger.warn(refused, 'token refused');
      activities.noteRefused(refused.widgetId, refused);
    },
  });
  return {
    ...{ settings, clock, epoch, widgets, keys, flows, queues, cannedReplies, activities, staff },
    statusReasons: configuration.statusReasons,
    retention,
    audit: createAuditLog({ store: configuration.audit, clock }),
    setupLink: createSetupLink({ clock, store: configuration.setupLinks }),
    ownOrigins: createOwnOrigins(settings.publicUrl),
    admission,
    ...{ clientLimits, contacts, ...searching },
    attachments,
    participants: createParticipants({
      ...{ contacts, attachments, admission, clientLimits, widgets, activities },
      ...{ routing, presence, workload, epoch, clock, onError },
    }),
    presence,
    workload,
    routing,
    metrics,
    instruments,
    departure,
    sampleWidgetId: async () => (await widgets.get(instance.sampleWidgetId))?.id ?? null,
    async recover() {
      const count = await recoverAll({ staff, contacts }, onError);
      logger.info({ count }, 'active contacts loaded');
      await attachments.sweep().catch(onError);
    },
    async close() {
      undos.forEach((undo) => undo());
      routing.close();
      contacts.close();
      await closeSearch();
      staff.close();
      await activities.close();
      await backend.close();
    },
  };
}

/** Opens the configuration, and creates a new installation's defaults. Closes the backend if that fails. */
async function openConfigured(backend: Backend) {
  try {
    const configuration = await openConfiguration(backend.configuration);
    const instance = await openInstance(configuration);
    backend.begin();
    return { configuration, instance };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

interface Connected extends Pick<
  Core,
  'cannedReplies' | 'contacts' | 'staff' | 'clientLimits' | 'routing' | 'workload'
> {
  backend: Pick<Backend, 'log' | 'presence'>;
  agents: Collection<AgentAccount>;
  logger: FastifyBaseLogger;
}

/** Tells each part what it needs to know of the others. Returns the undos. */
const connect = (parts: Connected): (() => void)[] => {
  const { backend, agents, cannedReplies, contacts, staff, clientLimits, routing, workload, logger } = parts;
  const { log, presence } = backend;
  return [
    log.onDamage(quarantine({ workload, presence, logger })),
    contacts.summaries.on(({ summary }) => clientLimits.openChats.note(openOrEnded(summary))),
    agents.watch((agentId, document) => {
      if (document) presence.update(toAgentView(agentId, document.value));
      else cannedReplies.forget(agentId).catch((err: unknown) => logger.error({ err }, 'canned replies'));
    }),
    staff.onSessionsEnded((agentId, isAll) => isAll && routing.leavingAgents.signOut(agentId)),
  ];
};

/** Counts how often hints may have been lost; the topic is one that nobody publishes to. Returns the undo. */
const countInterruptions = (bus: Backend['bus'], { hintsInterrupted }: Metrics): (() => void) =>
  bus.subscribe('contact', 'metrics', { receive: () => undefined, interrupted: hintsInterrupted });

/** Reports a damaged contact and removes it from routing. */
function quarantine({
  workload,
  presence,
  logger,
}: Pick<Core, 'workload' | 'presence'> & Pick<CoreOptions, 'logger'>): OnDamage {
  return (contactId, error) => {
    logger.error({ contactId, err: error }, 'contact damaged');
    for (const agentId of workload.quarantine(contactId)) presence.touch(agentId);
  };
}

/**
 * Loads sessions and active contacts. If the list of active contacts is damaged, the service still serves
 * everything else.
 */
async function recoverAll(
  { staff, contacts }: Pick<Core, 'staff' | 'contacts'>,
  onError: (error: unknown) => void,
): Promise<number> {
  await staff.recover();
  try {
    return await contacts.recover();
  } catch (error) {
    if (!(error instanceof ServiceError && error.code === 'STORE_DAMAGED')) throw error;
    onError(error);
    return 0;
  }
}

/**
 * Periodically removes uploads that were never posted, and idle contacts from the cache. Returns the undo.
 */
function keepTidy({ clock, attachments, contacts, onError }: Tidied): () => void {
  const undos = [
    every(clock, sweepEvery, () => void attachments.sweep().catch(onError)),
    every(clock, tidyEvery, () => contacts.tidy()),
  ];
  return () => undos.forEach((undo) => undo());
}

/** After-contact work is none of the visitor's open chats. */
const openOrEnded = (summary: ContactSummary) => ({
  ...summary,
  state: summary.endedAt === null ? summary.state : ('ENDED' as const),
});
