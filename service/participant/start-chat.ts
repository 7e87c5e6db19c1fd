import { createHash, randomUUID } from 'node:crypto';
import { contentTypes } from '../../shared/content-types.js';
import { limits } from '../../shared/limits.js';
import type { Widget } from '../../shared/widget-config.js';
import type { ChatAdmission } from '../auth/chat-admission.js';
import { createParticipantToken } from '../auth/participant-token.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { FirstMessage } from '../contact/commands/start.js';
import type { ContactPage } from '../contact/entry.js';
import { messageContentTypes } from '../contact/contact-content.js';
import type { ClientLimits } from '../limits/client-limits.js';
import {
  checkAnswers,
  checkAttributes,
  checkLeftMessage,
  hasAnswers,
  nameAnswered,
} from './check-request.js';
import type { SessionStart } from './participant-session.js';

export interface StartChatOptions {
  contacts: Contacts;
  admission: ChatAdmission;
  clientLimits: Pick<ClientLimits, 'start' | 'silentMinutes'>;
  clock: Clock;
}

/** A visitor's request for a chat. */
export interface ChatRequest {
  /** At least 128 random bits. The same token gives the same contact. */
  clientToken: string;
  /** The website's JSON Web Token. */
  token?: string;
  displayName?: string;
  /** The page's attributes, which a visitor can change. */
  attributes?: Record<string, string>;
  /** The visitor's first message. */
  message?: FirstMessage;
  page?: ContactPage;
  language?: string;
  leftMessage?: string;
  chatDurationInMinutes?: number;
  supportedMessagingContentTypes?: string[];
}

/** Where a chat starts. */
export interface StartPlace {
  widgetId: string;
  widget: Widget;
  origin: string;
  /** The client's `addressKey`, for limits. */
  address: string;
}

export interface StartedChat {
  contactId: string;
  participantId: string;
  /** Opens the contact as this participant. */
  participantToken: string;
  displayName: string;
  /** Set if long messages are allowed. */
  longMessages?: true;
  session: SessionStart;
}

/**
 * Starts a chat, or finds the one that the same client token started. Rejects with TOKEN_REFUSED,
 * ATTRIBUTES_INVALID, ANSWER_INVALID or TOO_MANY_CHATS. The contact's id is derived from the client token, so
 * that the log itself refuses a second start.
 */
export async function startChat(
  { contacts, admission, clientLimits, clock }: StartChatOptions,
  { widgetId, widget, origin, address }: StartPlace,
  request: ChatRequest,
): Promise<StartedChat> {
  const admitted = await admission.admit(widgetId, {
    isRequired: widget.security.required,
    token: request.token,
    origin,
    address,
  });
  const unverified = checkAttributes(request.attributes ?? {});
  const known = { ...unverified, ...admitted.attributes };
  const isLeft = request.leftMessage !== undefined;
  if (isLeft) checkLeftMessage(widget, known);
  else checkAnswers(widget.preChat, known);
  const contactId = contactIdOf(widgetId, request.clientToken);
  const { token, hash } = createParticipantToken(contactId);
  const starting = await clientLimits.start({ widgetId, address });
  const started = contacts.run(contactId, {
    type: 'start',
    now: clock.now(),
    widgetId,
    flowId: widget.flowId,
    customer: {
      participantId: randomUUID(),
      displayName: request.displayName ?? nameAnswered(widget.preChat, unverified, isLeft) ?? 'Customer',
      tokenHash: hash,
      customerId: admitted.customerId,
    },
    attributes: { verified: admitted.attributes, unverified },
    page: request.page ?? null,
    language: request.language ?? widget.language,
    minutes: request.chatDurationInMinutes ?? limits.chatMinutes,
    silentMinutes: clientLimits.silentMinutes,
    contentTypes: contentTypesOf(request.supportedMessagingContentTypes),
    longMessages: widget.features.longMessages,
    message: request.message,
    hasAnswers: hasAnswers(widget.preChat, unverified),
    leftMessage: isLeft ? { content: request.leftMessage!, queueId: widget.away.queueId } : null,
  });
  started.then(
    () => starting.keep(contactId),
    () => starting.release(),
  );
  const { state, entries } = await started;
  const { participantId, longMessages } = state;
  const { role, displayName } = state.participants[participantId]!;
  // These are all entries of a contact that didn't exist before.
  const session = { who: { contactId, participantId, role, widgetId }, after: 0, known: entries };
  return {
    ...{ contactId, participantId, participantToken: token, displayName, session },
    ...(longMessages && { longMessages }),
  };
}

/**
 * Derives a UUID of version 8 (RFC 9562 §5.8) from the widget's id and the client token: repeatable, but not
 * guessable.
 */
function contactIdOf(widgetId: string, clientToken: string): string {
  const bytes = createHash('sha256').update(`${widgetId} ${clientToken}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return hyphenated(bytes.toString('hex'));
}

/** 32 hexadecimal digits as a UUID. Joined, because V8 would keep the parts of a concatenated text. */
const hyphenated = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');

/** The content types that both the page and the service support. Always includes plain text. */
function contentTypesOf(supported: string[] | undefined): readonly string[] {
  if (!supported) return messageContentTypes;
  return messageContentTypes.filter((type) => type === contentTypes.plain || supported.includes(type));
}
