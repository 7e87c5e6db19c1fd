import { createHash, randomUUID } from 'node:crypto';
import { takesMessages } from '../../shared/away.js';
import { checkAnswer } from '../../shared/check-answer.js';
import { contentTypes } from '../../shared/content-types.js';
import { emailQuestion } from '../../shared/email-question.js';
import { limits } from '../../shared/limits.js';
import type { StartFrame } from '../../shared/protocol/customer-frames.js';
import type { Widget } from '../../shared/widget-config.js';
import type { ChatAdmission } from '../auth/chat-admission.js';
import { createParticipantToken } from '../auth/participant-token.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { messageContentTypes } from '../contact/contact-content.js';
import { ServiceError } from '../errors.js';
import type { ClientLimits } from '../limits/client-limits.js';

export interface StartChatOptions {
  contacts: Contacts;
  admission: ChatAdmission;
  clientLimits: Pick<ClientLimits, 'start' | 'silentMinutes'>;
  clock: Clock;
}

/** What a chat is started from. */
export interface StartPlace {
  widgetId: string;
  widget: Widget;
  origin: string;
  /** Under which key limits count the client's address. */
  address: string;
}

export interface StartedChat {
  contactId: string;
  participantId: string;
  participantToken: string;
  displayName: string;
  /** Set where messages may be long. */
  longMessages?: true;
  /** What the start has put into the log: all of it, where the chat was not there before. */
  entries: Entry[];
}

/**
 * Starts a chat, or finds the one that the same client token started. Rejects with TOKEN_REFUSED, ATTRIBUTES_INVALID,
 * ANSWER_INVALID or TOO_MANY_CHATS.
 * The contact's id comes from the client token, so that the log itself refuses a second start.
 */
export async function startChat(
  { contacts, admission, clientLimits, clock }: StartChatOptions,
  { widgetId, widget, origin, address }: StartPlace,
  frame: StartFrame,
): Promise<StartedChat> {
  const admitted = await admission.admit(widgetId, {
    isRequired: widget.security.required,
    token: frame.token,
    origin,
    address,
  });
  const unverified = checkAttributes(frame.attributes ?? {});
  const known = { ...unverified, ...admitted.attributes };
  const isLeft = frame.leftMessage !== undefined;
  if (isLeft) checkLeftMessage(widget, known);
  else checkAnswers(widget.preChat, known);
  const contactId = contactIdOf(widgetId, frame.clientToken);
  const { token, hash } = createParticipantToken(contactId);
  const starting = await clientLimits.start({ widgetId, address });
  const started = contacts.run(contactId, {
    type: 'start',
    now: clock.now(),
    widgetId,
    flowId: widget.flowId,
    customer: {
      participantId: randomUUID(),
      displayName: frame.displayName ?? nameAnswered(widget.preChat, unverified, isLeft) ?? 'Customer',
      tokenHash: hash,
      customerId: admitted.customerId,
    },
    attributes: { verified: admitted.attributes, unverified },
    page: frame.page ?? null,
    language: frame.language ?? widget.language,
    minutes: frame.chatDurationInMinutes ?? limits.chatMinutes,
    silentMinutes: clientLimits.silentMinutes,
    contentTypes: contentTypesOf(frame.supportedMessagingContentTypes),
    longMessages: widget.features.longMessages,
    message: frame.message,
    hasAnswers: widget.preChat.some(({ name }) => Boolean(ownValue(unverified, name))),
    leftMessage: isLeft ? { content: frame.leftMessage!, queueId: widget.away.queueId } : null,
  });
  started.then(
    () => starting.keep(contactId),
    () => starting.release(),
  );
  const { state, entries } = await started;
  const { participantId, longMessages } = state;
  const displayName = state.participants[participantId]!.displayName;
  return {
    ...{ contactId, participantId, participantToken: token, displayName, entries },
    ...(longMessages && { longMessages }),
  };
}

/** A UUID of version 8 (RFC 9562 §5.8) out of the widget's id and the client token: nobody can guess it, anyone can repeat it. */
function contactIdOf(widgetId: string, clientToken: string): string {
  const bytes = createHash('sha256').update(`${widgetId} ${clientToken}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Names as Amazon Connect takes them: letters, digits, hyphen, underscore. */
const attributeName = /^[A-Za-z0-9_-]{1,127}$/;

function checkAttributes(attributes: Record<string, string>): Record<string, string> {
  const names = Object.keys(attributes);
  const bytes = names.reduce(
    (sum, name) => sum + Buffer.byteLength(name) + Buffer.byteLength(attributes[name]!),
    0,
  );
  const wrong = names.find((name) => !attributeName.test(name) || name === '__proto__');
  if (wrong !== undefined) {
    const message = 'An attribute has a name of letters, digits, "-" and "_", 127 at most.';
    throw new ServiceError('ATTRIBUTES_INVALID', { pointer: `/attributes/${escapePointer(wrong)}`, message });
  }
  if (names.length > limits.attributes || bytes > limits.attributesBytes) {
    throw new ServiceError('ATTRIBUTES_INVALID', { pointer: '/attributes' });
  }
  return attributes;
}

/** The answers to the widget's form come as attributes; what the website says of the visitor is not asked again. */
function checkAnswers(questions: Widget['preChat'], attributes: Record<string, string>): void {
  for (const question of questions) {
    const fault = checkAnswer(question, ownValue(attributes, question.name));
    if (fault === null) continue;
    const message = `The form before the chat takes another answer to "${question.label}".`;
    throw new ServiceError('ANSWER_INVALID', { pointer: `/attributes/${question.name}`, message });
  }
}

/** Whoever leaves a message says where the answer goes; the questions before a chat are those before a chat. */
function checkLeftMessage({ away }: Widget, attributes: Record<string, string>): void {
  if (!takesMessages(away)) {
    const message = 'This widget takes no messages for later.';
    throw new ServiceError('ANSWER_INVALID', { pointer: '/leftMessage', message });
  }
  if (checkAnswer(emailQuestion, ownValue(attributes, emailQuestion.name)) === null) return;
  const message = 'A message is left with an e-mail address.';
  throw new ServiceError('ANSWER_INVALID', { pointer: `/attributes/${emailQuestion.name}`, message });
}

/** How the visitor is called, where a form asks for it. */
function nameAnswered(
  questions: Widget['preChat'],
  attributes: Record<string, string>,
  isLeft: boolean,
): string | undefined {
  const isAsked = isLeft || questions.some(({ name }) => name === 'displayName');
  return (isAsked && ownValue(attributes, 'displayName')?.trim()) || undefined;
}

const ownValue = (attributes: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

const escapePointer = (name: string): string =>
  name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 127);

/** Of what the page says it can show, what the service knows; plain text always. */
function contentTypesOf(supported: string[] | undefined): string[] {
  if (!supported) return [...messageContentTypes];
  return messageContentTypes.filter((type) => type === contentTypes.plain || supported.includes(type));
}
