/**
 * The one list of what can be answered on a socket, or to what is uploaded for one. Only the bit that matters to a client is said here: try the same
 * again later (`retry`), or don't (`stop`). `docs/errors.md` explains each; a test holds the two lists together.
 */
export const errorCodes = {
  FRAME_NOT_JSON: 'stop',
  FRAME_TOO_LARGE: 'stop',
  FRAME_TYPE_UNKNOWN: 'stop',
  FRAME_INVALID: 'stop',
  NOT_STARTED: 'stop',
  ALREADY_STARTED: 'stop',
  TOKEN_REFUSED: 'stop',
  PARTICIPANT_REFUSED: 'stop',
  ATTRIBUTES_INVALID: 'stop',
  ANSWER_INVALID: 'stop',
  MESSAGE_EMPTY: 'stop',
  MESSAGE_TOO_LONG: 'stop',
  CONTENT_TYPE_UNSUPPORTED: 'stop',
  CONTENT_INVALID: 'stop',
  ATTACHMENTS_DISABLED: 'stop',
  ATTACHMENT_NAME_INVALID: 'stop',
  ATTACHMENT_EMPTY: 'stop',
  ATTACHMENT_TOO_LARGE: 'stop',
  ATTACHMENT_TYPE_REFUSED: 'stop',
  ATTACHMENT_LIMIT_REACHED: 'stop',
  ATTACHMENT_NOT_FOUND: 'stop',
  TOO_MANY_UPLOADS: 'retry',
  CONTACT_NOT_FOUND: 'stop',
  CONTACT_ENDED: 'stop',
  CURSOR_BEYOND_LOG: 'stop',
  OFFER_GONE: 'stop',
  RATE_LIMITED: 'retry',
  TEMPORARILY_UNAVAILABLE: 'retry',
  INTERNAL_ERROR: 'retry',
} as const satisfies Record<string, 'retry' | 'stop'>;

/** A stable code of a socket's `error` frame. */
export type ErrorCode = keyof typeof errorCodes;

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
  /** The participant token was refused: forget this chat. */
  PARTICIPANT_REFUSED: 4500,
  /** The staff session ended, or the account was disabled. */
  SESSION_ENDED: 4501,
  /** Too many faulty frames in a row. */
  PROTOCOL_VIOLATED: 4502,
} as const;

/** The name of a close code of ours. */
export type CloseName = keyof typeof closeCodes;

/** Whether a client that was closed with this code should connect again. */
export const isComeBack = (closeCode: number): boolean => closeCode < 4500 || closeCode > 4999;
