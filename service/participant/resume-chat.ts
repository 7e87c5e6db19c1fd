import { ServiceError } from '../errors.js';
import type { StartOrigin } from '../limits/client-limits.js';
import { openContact, type OpenContactOptions } from './open-contact.js';
import type { SessionStart } from './participant-session.js';

export interface ResumeChatOptions extends OpenContactOptions {
  /** The log's history id. */
  epoch: string;
}

/** Where a client resumes. */
export interface ResumeRequest {
  participantToken: string;
  /** The last number that the client has. */
  after: number;
  /** The log history to which that number belongs, if the client knows it. */
  epoch?: string;
}

export interface ResumedChat {
  contactId: string;
  participantId: string;
  displayName: string;
  /** The log's last number at this moment. */
  lastSeq: number;
  /** Set if long messages are allowed. */
  longMessages?: true;
  session: SessionStart;
}

/** Resumes a chat. Rejects with PARTICIPANT_REFUSED or CURSOR_BEYOND_LOG. */
export async function resumeChat(
  options: ResumeChatOptions,
  from: StartOrigin,
  { participantToken, after, epoch }: ResumeRequest,
): Promise<ResumedChat> {
  const state = await openContact(options, from, participantToken);
  const { contactId, widgetId, participantId, participants, lastSeq, longMessages } = state;
  const isOfOtherLogs = epoch !== undefined && epoch !== options.epoch;
  if (after > lastSeq || isOfOtherLogs) throw new ServiceError('CURSOR_BEYOND_LOG');
  const { role, displayName } = participants[participantId]!;
  const session = { who: { contactId, participantId, role, widgetId }, after };
  return {
    ...{ contactId, participantId, displayName, lastSeq, session },
    ...(longMessages && { longMessages }),
  };
}
