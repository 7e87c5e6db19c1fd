import { inWords, sizeInWords } from '../shared/in-words.js';
import { limits } from '../shared/limits.js';
import { errorCodes, type ErrorCode } from '../shared/protocol/codes.js';

/**
 * Every error that the service sends, by stable code: HTTP status and default message. Includes the codes of
 * the sockets (`shared/protocol/codes.ts`). `docs/reference/errors.md` explains each; a test compares the
 * lists.
 */
export const errors = {
  // Socket frames
  FRAME_NOT_JSON: [400, 'A frame must be one JSON object.'],
  FRAME_TOO_LARGE: [413, `A frame may have ${inWords(limits.frameBytes)} bytes.`],
  FRAME_TYPE_UNKNOWN: [400, 'Unknown frame type.'],
  FRAME_INVALID: [400, "The frame doesn't match the schema of its type."],
  NOT_STARTED: [409, 'Start or resume a chat first.'],
  PROTOCOL_VERSION_UNKNOWN: [400, 'This service uses another version of the protocol.'],
  ALREADY_STARTED: [409, 'This socket already has a chat.'],
  TOO_MANY_CONNECTIONS: [
    429,
    'Too many connections are open from your network. Try again in a little while.',
  ],
  TOO_MANY_CHATS: [429, 'Too many chats were started in the last minute. Try again in a little while.'],
  TOO_MANY_BYTES: [429, 'Too many bytes were uploaded in the last minutes. Try again in a little while.'],
  RATE_LIMITED: [429, 'Too many frames in a short time. Try again in a moment.'],
  // Chats
  TOKEN_REFUSED: [401, 'The chat could not be started with this token.'],
  PARTICIPANT_REFUSED: [403, "This token doesn't open a chat."],
  ANSWER_INVALID: [400, 'An answer to a pre-chat question is invalid.'],
  ATTRIBUTES_INVALID: [
    400,
    `Attributes are texts by name: ${limits.attributes} of them, ${inWords(limits.attributesBytes)} bytes in all, at most.`,
  ],
  MESSAGE_EMPTY: [400, 'A message needs at least one character.'],
  MESSAGE_TOO_LONG: [400, `A message may have ${inWords(limits.messageCharacters)} characters.`],
  CONTENT_TYPE_UNSUPPORTED: [415, "This contact doesn't support messages of this content type."],
  CONTENT_INVALID: [400, 'The content must be one JSON object.'],
  ATTACHMENTS_DISABLED: [403, "This widget doesn't allow attachments."],
  ATTACHMENT_NAME_INVALID: [
    400,
    `The header X-Attachment-Name takes a name of 1 to ${limits.attachmentNameCharacters} characters, percent-encoded, without slashes and control characters.`,
  ],
  ATTACHMENT_EMPTY: [400, 'An attachment has at least one byte.'],
  ATTACHMENT_TOO_LARGE: [413, `An attachment may have ${sizeInWords(limits.attachmentBytes)}.`],
  ATTACHMENT_TYPE_REFUSED: [415, 'Files of this type are not accepted.'],
  ATTACHMENT_LIMIT_REACHED: [409, `A contact may have ${limits.attachments} attachments.`],
  ATTACHMENT_NOT_FOUND: [404, 'There is no such attachment.'],
  ATTACHMENT_DAMAGED: [500, 'The stored file of this attachment is damaged.'],
  TOO_MANY_UPLOADS: [429, `${limits.uploads} uploads are under way. Wait for one of them.`],
  CONTACT_NOT_FOUND: [404, 'There is no such contact.'],
  CONTACT_DAMAGED: [500, "The stored data of this chat is damaged, so it can't be shown."],
  CONTACT_ENDED: [409, 'The chat has ended.'],
  CONTACT_ACTIVE: [409, 'The chat has not ended yet. End it first.'],
  SURVEY_DISABLED: [403, 'This widget has no survey.'],
  SURVEY_INVALID: [400, 'The answer to the survey is invalid.'],
  SURVEY_ALREADY_ANSWERED: [409, 'This chat has been rated already.'],
  CURSOR_BEYOND_LOG: [409, 'The contact has no such number. Read it again from the start.'],
  OFFER_GONE: [409, 'This contact is no longer offered to you.'],
  TRANSFER_TARGET_UNAVAILABLE: [409, 'This queue or agent cannot take the chat now. Choose another one.'],
  // REST
  REQUEST_INVALID: [400, "The request doesn't match its description in /api/openapi.json."],
  BODY_NOT_JSON: [400, 'The body must be JSON.'],
  BODY_TOO_LARGE: [413, `A body may have ${sizeInWords(limits.bodyBytes)}.`],
  BODY_NOT_UTF8: [400, 'The body must be UTF-8.'],
  BODY_TOO_DEEP: [400, `The lists and objects of a body may lie ${limits.bodyDepth} deep within each other.`],
  BODY_TOO_MANY_VALUES: [400, `A body may have ${inWords(limits.bodyValues)} members and elements.`],
  REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  REQUEST_MALFORMED: [400, 'This is not a valid HTTP request.'],
  HEADERS_TOO_LARGE: [431, `The headers of a request may have ${sizeInWords(limits.headersBytes)}.`],
  HOST_INVALID: [400, 'A request needs exactly one Host header.'],
  MEDIA_TYPE_UNSUPPORTED: [415, 'Send JSON, as application/json.'],
  ROUTE_NOT_FOUND: [404, 'There is nothing at this address.'],
  NOT_SIGNED_IN: [401, 'Sign in, or send a bearer token.'],
  NOT_ALLOWED: [403, 'Your role does not allow this.'],
  ORIGIN_REFUSED: [403, 'This website is not registered for the widget.'],
  SIGN_IN_REFUSED: [401, 'Username or password is wrong.'],
  SIGN_IN_THROTTLED: [429, 'Too many attempts. Wait a little before the next.'],
  SETUP_LINK_REFUSED: [
    403,
    'This set-up link was used, or has expired. Start the service again for a new one.',
  ],
  VERSION_CONFLICT: [412, 'The document was changed in the meantime. Read it again, then change it.'],
  // Configuration
  WIDGET_NOT_FOUND: [404, 'There is no such widget.'],
  DOMAIN_INVALID: [400, 'A domain is an origin such as https://shop.example.'],
  DOMAIN_DUPLICATE: [400, 'This domain is listed twice.'],
  KEY_LIMIT_REACHED: [409, `A widget has at most ${limits.securityKeys} keys. Delete the old one first.`],
  KEY_NOT_FOUND: [404, 'There is no such key.'],
  FLOW_NOT_FOUND: [404, 'There is no such contact flow.'],
  FLOW_INVALID: [400, 'The contact flow cannot run.'],
  FLOW_ACTION_UNSUPPORTED: [400, 'The contact flow uses an action that is not supported.'],
  FLOW_IN_USE: [409, 'The contact flow is used by a widget.'],
  QUEUE_NOT_FOUND: [404, 'There is no such queue.'],
  STATUS_REASON_NOT_FOUND: [404, 'There is no such status reason.'],
  STATUS_REASON_LIMIT_REACHED: [409, 'There are as many status reasons as there may be.'],
  QUEUE_IN_USE: [409, 'The queue is used by an agent, a contact flow or a contact.'],
  AGENT_NOT_FOUND: [404, 'There is no such account.'],
  AGENT_IN_USE: [409, 'The account is needed: it is the last administrator.'],
  USERNAME_TAKEN: [409, 'This username is taken.'],
  CANNED_REPLY_NOT_FOUND: [404, 'There is no such canned reply.'],
  CANNED_REPLY_LIMIT_REACHED: [409, `There may be ${limits.cannedReplies} canned replies. Delete one first.`],
  SHORTCUT_TAKEN: [409, 'Another canned reply has this shortcut.'],
  // The service itself
  TEMPORARILY_UNAVAILABLE: [
    503,
    "The service can't store anything at the moment. Try again in a little while.",
  ],
  STORE_DAMAGED: [500, "Stored data is damaged and can't be read. The log names the place."],
  INTERNAL_ERROR: [500, 'Something went wrong on our side. Try again in a little while.'],
} as const satisfies Record<string, readonly [status: number, message: string]> & Record<ErrorCode, unknown>;

/** A stable code of an error. */
export type ServiceErrorCode = keyof typeof errors;

export interface ServiceErrorDetails {
  message?: string;
  pointer?: string;
  retryAfter?: number;
  cause?: unknown;
}

/**
 * An error with a stable code. `pointer` (RFC 6901) names the member at fault; `message` says what it
 * accepts.
 */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly statusCode: number;
  readonly pointer: string | undefined;
  /** Whole seconds after which the same request may succeed; REST sends it as the header `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(code: ServiceErrorCode, details: ServiceErrorDetails = {}) {
    super(details.message ?? errors[code][1], { cause: details.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.statusCode = errors[code][0];
    this.pointer = details.pointer;
    this.retryAfter = details.retryAfter;
  }
}

/** Whether the error means that a contact's stored data is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof ServiceError && error.code === 'CONTACT_DAMAGED';

/** Whether the protocol of the sockets has this code. */
export const isSocketCode = (code: string): code is ErrorCode =>
  (errorCodes as readonly string[]).includes(code);
