import { limits } from '../../shared/limits.js';

/**
 * The limits on clients that an operator may set; null for no limit. `docs/reference/limits.md` explains
 * each.
 */
export interface ClientLimitSettings {
  /** Open sockets of one client address. */
  socketsPerAddress: number | null;
  /** Seconds within which a client must start or resume a chat on its socket, or send `hello`. */
  startSeconds: number | null;
  /** Requests of one client address whose body is still arriving. */
  bodiesPerAddress: number | null;
  /** Seconds within which a request's headers, and its body, must arrive. Uploads have their own limit. */
  headersSeconds: number | null;
  bodySeconds: number | null;
  /** Chats that one client address, or one widget, may start in a minute. */
  startsPerAddress: number | null;
  startsPerWidget: number | null;
  /** Chats that one client address, or one widget, may have open. */
  chatsPerAddress: number | null;
  chatsPerWidget: number | null;
  /** MiB that one client address, or one participant, may upload in `limits.uploadPeriodMinutes`. */
  uploadMiBPerAddress: number | null;
  uploadMiBPerParticipant: number | null;
  /** Refused tokens per client address, widget and minute before refusals are delayed. */
  refusedTokensPerAddress: number | null;
  /** Minutes after which a chat ends if its customer left silently before an agent answered. */
  silentMinutes: number | null;
}

/** The environment variable of each limit. */
export const limitVariables: Record<keyof ClientLimitSettings, string> = {
  socketsPerAddress: 'MAX_SOCKETS_PER_ADDRESS',
  startSeconds: 'MAX_START_SECONDS',
  bodiesPerAddress: 'MAX_BODIES_PER_ADDRESS',
  headersSeconds: 'MAX_HEADERS_SECONDS',
  bodySeconds: 'MAX_BODY_SECONDS',
  startsPerAddress: 'MAX_STARTS_PER_ADDRESS',
  startsPerWidget: 'MAX_STARTS_PER_WIDGET',
  chatsPerAddress: 'MAX_CHATS_PER_ADDRESS',
  chatsPerWidget: 'MAX_CHATS_PER_WIDGET',
  uploadMiBPerAddress: 'MAX_UPLOAD_MIB_PER_ADDRESS',
  uploadMiBPerParticipant: 'MAX_UPLOAD_MIB_PER_PARTICIPANT',
  refusedTokensPerAddress: 'MAX_REFUSED_TOKENS_PER_ADDRESS',
  silentMinutes: 'MAX_SILENT_MINUTES',
};

const largest = 1_000_000;
/** The accepted values, in words for the operator. */
export const limitTakes = `a whole number from 1 to ${largest}, or "off" for no limit`;

/** Reads one variable. Undefined if it is malformed, the default if it isn't set. */
export function readLimit(
  name: keyof ClientLimitSettings,
  text: string | undefined,
): number | null | undefined {
  if (text === undefined) return limits[name];
  if (text === 'off') return null;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= largest ? value : undefined;
}

/** All limits with their default values. */
export const defaultLimits: ClientLimitSettings = Object.fromEntries(
  Object.keys(limitVariables).map((name) => [name, limits[name as keyof ClientLimitSettings]]),
) as unknown as ClientLimitSettings;
