import { ServiceError } from '../errors.js';
import type { StartOrigin } from '../limits/client-limits.js';
import { openContact, type OpenContactOptions } from './open-contact.js';
import type { SessionStart } from './participant-session.js';

export interface ResumeChatOptions extends OpenContactOptions {
  /** Which logs the numbers are of. */
  epoch: string;
}

/** Where a client goes on. */
export interface ResumeRequest {
  participantToken: string;
  /** The last number that it has. */
  after: number;
  /** Which logs that number is of, if the client can say. */
  epoch?: string;
}

export interface ResumedChat {
  contactId: string;
  participantId: string;
  displayName: string;
  /** The log's last number at this moment. */
  lastSeq: number;
  /** Set where messages may be long. */
  longMessages?: true;
  session: SessionStart;
}

/** Goes on in a chat. Rejects with PARTICIPANT_REFUSED, or with CURSOR_BEYOND_LOG. */
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
