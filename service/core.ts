import type { FastifyBaseLogger } from 'fastify';
import type { ContactFlow } from '../shared/contact-flow.js';
import type { Queue } from '../shared/queue.js';
import type { Widget } from '../shared/widget-config.js';
import { createAttachments, type Attachments } from './attachments/attachments.js';
import { createChatAdmission, type ChatAdmission } from './auth/chat-admission.js';
import type { Passwords } from './auth/passwords.js';
import { createOwnOrigins, type OwnOrigins } from './auth/own-origins.js';
import type { WidgetKeys } from './auth/security-keys.js';
import { createSetupLink, type SetupLink } from './auth/setup-link.js';
import { toAgentView } from './auth/agent-account.js';
import { Staff } from './auth/staff.js';
import { checkFolder } from './backup/check-folder.js';
import type { BackUp, Check } from './backup/control-socket.js';
import { writeBackup } from './backup/write-backup.js';
import type { Bus } from './bus/bus.js';
import { createLocalBus } from './bus/local-bus.js';
import { every, type Clock } from './clock.js';
import { createContacts, type Contacts } from './contact/contacts.js';
import type { ContactTopics } from './contact/news.js';
import { ServiceError } from './errors.js';
import { createFlowWorld } from './flow-world.js';
import { openStores } from './open-stores.js';
import type { QueueMetrics } from './flow/flow-state.js';
import { createClientLimits, type ClientLimits } from './limits/client-limits.js';
import { createParticipants, type Participants } from './participant/participants.js';
import { createPresence, type Presence } from './routing/presence.js';
import { queueMetrics } from './routing/queue-metrics.js';
import { createRouting, type Routing } from './routing/routing.js';
import { createWorkload, type Workload } from './routing/workload.js';
import type { Settings } from './settings.js';
import { openWidgetActivities, type WidgetActivities } from './widget/widget-activity.js';
import type { Collection } from './store/configuration.js';
import type { OnDamage } from './store/embedded/contact-damage.js';
import type { EmbeddedContactLog } from './store/embedded/contact-log.js';
import { createLocalTimers } from './store/embedded/timers.js';

/** Everything between the stores and the edges, wired once. */
export interface Core {
  settings: Settings;
  clock: Clock;
  /** Of which logs the numbers are; another one after a restore. */
  epoch: string;
  widgets: Collection<Widget>;
  keys: Collection<WidgetKeys>;
  flows: Collection<ContactFlow>;
  queues: Collection<Queue>;
  activities: WidgetActivities;
  staff: Staff;
  setupLink: SetupLink;
  ownOrigins: OwnOrigins;
  admission: ChatAdmission;
  clientLimits: ClientLimits;
  contacts: Contacts;
  attachments: Attachments;
  participants: Participants;
  bus: Bus<ContactTopics>;
  presence: Presence;
  workload: Workload;
  routing: Routing;
  metrics: (queueId: string) => QueueMetrics;
  sampleWidgetId: () => Promise<string | null>;
  /** Takes up every session and every active contact; to be called once, before the first request. */
  recover: () => Promise<void>;
  /** Writes a backup into a new or empty folder while everything goes on. */
  backUp: BackUp;
  /** Verifies everything in the data folder while everything goes on. */
  check: Check;
  /** Resolves after everything under way is durable. */
  close: () => Promise<void>;
}

interface Tidied extends Pick<Core, 'attachments' | 'clock' | 'contacts'> {
  onError: (error: unknown) => void;
}

export interface CoreOptions {
  settings: Settings;
  clock: Clock;
  passwords: Passwords;
  logger: FastifyBaseLogger;
}

/** Milliseconds between two looks at what was uploaded and never said. */
const sweepEvery = 5 * 60_000;
/** Milliseconds between two looks at which contacts are quiet. */
const tidyEvery = 60_000;

/** Opens the embedded stores in the data folder and wires the core upon them. */
export async function openCore({ settings, clock, passwords, logger }: CoreOptions): Promise<Core> {
  const presence = createPresence({ clock });
  const workload = createWorkload(clock);
  const stores = await openStores(settings.dataDir, {
    logger,
    clock,
    onDamage: setApart({ workload, presence, logger }),
  });
  const { configuration, instance, log, files, epoch } = stores;
  const { widgets, keys, flows, queues, agents } = configuration;

  const onError = (error: unknown, contactId?: string): void =>
    logger.error({ err: error, contactId }, 'contact');
  const bus = createLocalBus<ContactTopics>({ onError });
  const timers = createLocalTimers({ clock });
  const metrics = (queueId: string): QueueMetrics =>
    queueMetrics(queueId, { workload, presence, now: clock.monotonic() });
  const world = createFlowWorld({ flows, queues, widgets, metrics, clock });
  const contacts = createContacts({ log, files, bus, timers, clock, world, onError });
  const attachments = createAttachments({ store: files, contacts, clock, macros: settings.macros });
  const routing = createRouting({ contacts, workload, bus, presence, clock, onError });
  const staff = new Staff({ agents, clock, passwords });
  const clientLimits = createClientLimits({ settings: settings.limits, clock });
  const undos = [
    bus.subscribe('summaries', 'all', ({ summary }) => clientLimits.openChats.note(summary)),
    agents.watch((agentId, document) => {
      if (document) presence.update(toAgentView(agentId, document.value));
    }),
    staff.onSessionsEnded((agentId, isAll) => isAll && routing.leavingAgents.signOut(agentId)),
    keepTidy({ clock, attachments, contacts, onError }),
  ];
  const activities = await openWidgetActivities({ store: configuration.activities, clock, onError });
  const admission = createChatAdmission({
    ...{ keys, clock, slowDown: clientLimits.refuseToken },
    onRefused(refused) {
      logger.warn(refused, 'token refused');
      activities.noteRefused(refused.widgetId, refused);
    },
  });
  return {
    settings,
    clock,
    epoch,
    widgets,
    keys,
    flows,
    queues,
    activities,
    staff,
    setupLink: createSetupLink({ clock }),
    ownOrigins: createOwnOrigins(settings.publicUrl),
    admission,
    clientLimits,
    contacts,
    attachments,
    participants: createParticipants({
      ...{ contacts, attachments, admission, clientLimits, widgets, activities },
      ...{ routing, bus, presence, workload, epoch, clock, onError },
    }),
    bus,
    presence,
    workload,
    routing,
    metrics,
    sampleWidgetId: async () => (await widgets.get(instance.sampleWidgetId))?.id ?? null,
    async recover() {
      const count = await recoverAll({ staff, contacts }, onError);
      logger.info({ count }, 'active contacts taken up');
      await attachments.sweep().catch(onError);
    },
    ...wholeFolder(settings.dataDir, log),
    async close() {
      undos.forEach((undo) => undo());
      routing.close();
      timers.close();
      await activities.close();
      await stores.close();
    },
  };
}

/** What commands do with the data folder as a whole. */
function wholeFolder(dataDir: string, log: EmbeddedContactLog): Pick<Core, 'backUp' | 'check'> {
  const records = () => log.records();
  return {
    backUp: (folder, signal, onProgress) => writeBackup({ dataDir, records, folder, signal, onProgress }),
    check: (signal, onProgress) => checkFolder({ dataDir, records, signal, onProgress }),
  };
}

/** Reports a damaged contact, and takes it out of routing. */
function setApart({ workload, presence, logger }: Pick<Core, 'workload' | 'presence'> & Logged): OnDamage {
  return (contactId, error) => {
    logger.error({ contactId, err: error }, 'contact damaged');
    for (const agentId of workload.setApart(contactId)) presence.touch(agentId);
  };
}
type Logged = Pick<CoreOptions, 'logger'>;

/** Takes up sessions, and the active contacts; where the records that list them are damaged, the others are served all the same. */
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
 * Every so often removes what was uploaded and never said, and lets go of contacts that have said nothing for a minute or
 * two; returns the undo.
 */
function keepTidy({ clock, attachments, contacts, onError }: Tidied): () => void {
  const undos = [
    every(clock, sweepEvery, () => void attachments.sweep().catch(onError)),
    every(clock, tidyEvery, () => contacts.tidy()),
  ];
  return () => undos.forEach((undo) => undo());
}
