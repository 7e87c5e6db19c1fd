import type { Widget } from '../../shared/widget-config.js';
import type { Attachments } from '../attachments/attachments.js';
import type { ContactState } from '../contact/contact-state.js';
import { ServiceError } from '../errors.js';
import type { StartOrigin } from '../limits/client-limits.js';
import type { Routing } from '../routing/routing.js';
import type { Attachment } from '../backend/attachments.js';
import type { Collection } from '../backend/configuration.js';
import type { WidgetActivities } from '../widget/widget-activity.js';
import {
  ConsoleSession,
  type ConsoleProfile,
  type ConsoleServices,
  type KnownContacts,
} from './console-session.js';
import type { ConsoleView } from './console-view.js';
import { openContact, type OpenContactOptions } from './open-contact.js';
import { createParticipantActs, type ParticipantActs } from './participant-acts.js';
import { ParticipantSession, type SessionServices, type SessionStart } from './participant-session.js';
import type { ParticipantView } from './participant-view.js';
import { resumeChat, type ResumedChat, type ResumeRequest } from './resume-chat.js';
import { startChat, type ChatRequest, type StartChatOptions, type StartedChat } from './start-chat.js';
import { uploadFile, type NewFile, type UploadFileOptions } from './upload-file.js';
import type { Who } from './who.js';

/** Where a visitor's client connects from. */
export interface ClientPlace extends StartOrigin {
  origin: string;
}

/**
 * Everything that an edge needs of contacts, the same for every role and protocol: starting and opening
 * chats, acting in them, and showing them.
 */
export interface Participants {
  /** The log's history id; it changes after a restore. */
  readonly epoch: string;
  /** Single requests of participants, for edges without a connection. */
  readonly acts: ParticipantActs;
  /** Starts a chat, or finds the one that the same client token started. */
  start(place: ClientPlace, request: ChatRequest): Promise<StartedChat>;
  /** Resumes a chat where a client left off. */
  resume(from: StartOrigin, request: ResumeRequest): Promise<ResumedChat>;
  /** The contact that a participant token opens on a widget. Rejects with PARTICIPANT_REFUSED. */
  open(from: StartOrigin, participantToken: string): Promise<ContactState>;
  /** Stores a file that a participant uploads, to be posted later. */
  upload(who: Who & { widgetId: string }, file: NewFile): Promise<Attachment>;
  /**
   * Shows a participant the contact on one connection. The session that it returns takes the connection's
   * requests.
   */
  connect(start: SessionStart, view: ParticipantView): ParticipantSession;
  /** Opens an agent's console with all of the agent's chats. */
  openConsole(profile: ConsoleProfile, view: ConsoleView, known: KnownContacts): ConsoleSession;
}

export interface ParticipantsOptions
  extends
    Omit<StartChatOptions, 'clientLimits'>,
    Pick<ConsoleServices, 'contacts' | 'clock' | 'presence' | 'workload' | 'epoch'> {
  attachments: Pick<Attachments, 'post' | 'upload'>;
  clientLimits: StartChatOptions['clientLimits'] &
    OpenContactOptions['clientLimits'] &
    UploadFileOptions['clientLimits'];
  widgets: Pick<Collection<Widget>, 'get'>;
  activities: Pick<WidgetActivities, 'noteChat'>;
  routing: Pick<Routing, 'customerConnections' | 'queuePlaces' | 'leavingAgents' | 'transferTargets'>;
  onError: (error: unknown) => void;
}

export function createParticipants(options: ParticipantsOptions): Participants {
  const { contacts, widgets, activities, routing, epoch, onError } = options;
  const { customerConnections, queuePlaces, leavingAgents, transferTargets } = routing;
  const widget = async (widgetId: string): Promise<Widget | undefined> =>
    (await widgets.get(widgetId))?.value;
  const acts = createParticipantActs({ ...options, takerOf: (agentId) => transferTargets.agent(agentId) });
  const sessions: SessionServices = { contacts, acts, customerConnections, queuePlaces, widget, onError };
  const consoles: ConsoleServices = {
    ...options,
    sessions,
    leavingAgents,
    questionsOf: async (widgetId) => (await widget(widgetId))?.preChat ?? [],
  };

  return {
    epoch,
    acts,
    async start(place, request) {
      const { widgetId } = place;
      // Read at each start: it may have changed since the client connected.
      const found = await widget(widgetId);
      if (!found) throw new ServiceError('TOKEN_REFUSED');
      const started = await startChat(options, { ...place, widget: found }, request);
      activities.noteChat(widgetId);
      return started;
    },
    resume: (from, request) => resumeChat(options, from, request),
    open: (from, participantToken) => openContact(options, from, participantToken),
    upload: (who, file) => uploadFile({ ...options, widget }, who, file),
    connect: (start, view) => new ParticipantSession(sessions, start, { view }),
    openConsole(profile, view, known) {
      const session = new ConsoleSession(consoles, profile, view);
      session.open(known);
      return session;
    },
  };
}
