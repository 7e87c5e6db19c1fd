/** Temporary errors: the same request may succeed later. */
const temporary = [
  'TOO_MANY_UPLOADS',
  'TOO_MANY_BYTES',
  'TOO_MANY_CHATS',
  'TOO_MANY_CONNECTIONS',
  'RATE_LIMITED',
  'TEMPORARILY_UNAVAILABLE',
  'INTERNAL_ERROR',
] as const;
/** Permanent errors: repeating the request doesn't help. */
const lasting = [
  'FRAME_NOT_JSON',
  'FRAME_TOO_LARGE',
  'FRAME_TYPE_UNKNOWN',
  'FRAME_INVALID',
  'PROTOCOL_VERSION_UNKNOWN',
  'NOT_STARTED',
  'ALREADY_STARTED',
  'TOKEN_REFUSED',
  'PARTICIPANT_REFUSED',
  'ATTRIBUTES_INVALID',
  'ANSWER_INVALID',
  'MESSAGE_EMPTY',
  'MESSAGE_TOO_LONG',
  'CONTENT_TYPE_UNSUPPORTED',
  'CONTENT_INVALID',
  'ATTACHMENTS_DISABLED',
  'ATTACHMENT_NAME_INVALID',
  'ATTACHMENT_EMPTY',
  'ATTACHMENT_TOO_LARGE',
  'ATTACHMENT_TYPE_REFUSED',
  'ATTACHMENT_LIMIT_REACHED',
  'ATTACHMENT_NOT_FOUND',
  'CONTACT_NOT_FOUND',
  'CONTACT_DAMAGED',
  'CONTACT_ENDED',
  'CURSOR_BEYOND_LOG',
  'OFFER_GONE',
  'TRANSFER_TARGET_UNAVAILABLE',
  'NOT_ALLOWED',
] as const;

/**
 * A stable code of a socket's `error` frame. `docs/reference/errors.md` explains each; a test compares the
 * lists.
 */
export type ErrorCode = (typeof temporary | typeof lasting)[number];

/**
 * What a client does after an error: retry later (`retry`), or give up (`stop`). For codes of newer services
 * that a client doesn't know, its caller decides.
 */
export const actionOf = (code: string): 'retry' | 'stop' => (isTemporary.test(code) ? 'retry' : 'stop');

/**
 * Matches exactly the codes of {@link temporary} by their prefixes: this saves bytes of a visitor's page. A
 * test checks it.
 */
const isTemporary = /^(TOO_MANY|RATE|TEMPORARILY|INTERNAL)_/;

/** All of them. */
export const errorCodes: readonly ErrorCode[] = /* @__PURE__ */ [...temporary, ...lasting];

/**
 * Our close codes (RFC 6455 §7.4.2 leaves 4000–4999 to applications). The range tells the client what to do:
 * reconnect after 4000–4499, stop after 4500–4999. All other codes (1001, 1006, 1009, 1012 …) mean a lost
 * connection: reconnect.
 */
export const closeCodes = {
  /** The service is stopping or restarting. */
  SERVICE_RESTARTING: 4000,
  /** The client sent nothing for {@link limits.silence}. */
  SILENT: 4001,
  /** The client read too slowly. It reconnects, and resumes from the last number. */
  READER_TOO_SLOW: 4002,
  /** The client started or resumed no chat within {@link limits.startSeconds}. */
  NOT_STARTED_IN_TIME: 4003,
  /** The client's address has too many open sockets. */
  TOO_MANY_CONNECTIONS: 4004,
  /** The participant token was refused: the client forgets this chat. */
  PARTICIPANT_REFUSED: 4500,
  /** The staff session ended, or the account was disabled. */
  SESSION_ENDED: 4501,
  /** Too many invalid frames in a row. */
  PROTOCOL_VIOLATED: 4502,
  /** The chat's stored data is damaged, so it can't continue. */
  CONTACT_DAMAGED: 4503,
} as const;

/** The name of one of our close codes. */
export type CloseName = keyof typeof closeCodes;

/** Whether a client that was closed with this code should connect again. */
export const shouldReconnect = (closeCode: number): boolean => closeCode < 4500 || closeCode > 4999;
