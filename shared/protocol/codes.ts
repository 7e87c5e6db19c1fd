/** What can be answered on a socket, or to what is uploaded for one, and is over by itself: the same works later. */
const temporary = [
  'TOO_MANY_UPLOADS',
  'TOO_MANY_BYTES',
  'TOO_MANY_CHATS',
  'TOO_MANY_CONNECTIONS',
  'RATE_LIMITED',
  'TEMPORARILY_UNAVAILABLE',
  'INTERNAL_ERROR',
] as const;
/** What stays wrong, however often it is tried. */
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
  'NOT_ALLOWED',
] as const;

/** A stable code of a socket's `error` frame; `docs/reference/errors.md` explains each, and a test holds the lists together. */
export type ErrorCode = (typeof temporary | typeof lasting)[number];

/**
 * What a client does about a code: try the same again later (`retry`), or don't (`stop`). A newer service may have codes
 * that a client does not know: whoever sent something decides about them.
 */
export const actionOf = (code: string): 'retry' | 'stop' => (isTemporary.test(code) ? 'retry' : 'stop');

/** How the codes of {@link temporary}, and no others, begin: fewer bytes of a visitor's page; a test holds them together. */
const isTemporary = /^(TOO_MANY|RATE|TEMPORARILY|INTERNAL)_/;

/** All of them. */
export const errorCodes: readonly ErrorCode[] = /* @__PURE__ */ [...temporary, ...lasting];

/**
 * Close codes of ours (RFC 6455 §7.4.2 leaves 4000–4999 to applications). The range itself says what a client does:
 * 4000–4499 come back, 4500–4999 stop. Every other code (1001, 1006, 1009, 1012 …) is a lost connection: come back.
 */
export const closeCodes = {
  /** The service is stopping or starting again. */
  SERVICE_RESTARTING: 4000,
  /** Nothing was heard for {@link limits.silence}. */
  SILENT: 4001,
  /** Far more waited for the reader than it took: come back, and go on from the last number. */
  READER_TOO_SLOW: 4002,
  /** Nothing was started or resumed within {@link limits.startWithin}. */
  NOT_STARTED_IN_TIME: 4003,
  /** The client's address has as many sockets open as it may. */
  TOO_MANY_CONNECTIONS: 4004,
  /** The participant token was refused: forget this chat. */
  PARTICIPANT_REFUSED: 4500,
  /** The staff session ended, or the account was disabled. */
  SESSION_ENDED: 4501,
  /** Too many faulty frames in a row. */
  PROTOCOL_VIOLATED: 4502,
  /** What is stored of the chat is damaged, so that it can't go on. */
  CONTACT_DAMAGED: 4503,
} as const;

/** The name of a close code of ours. */
export type CloseName = keyof typeof closeCodes;

/** Whether a client that was closed with this code should connect again. */
export const shouldReconnect = (closeCode: number): boolean => closeCode < 4500 || closeCode > 4999;
