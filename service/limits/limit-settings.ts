import { limits } from '../../shared/limits.js';

/** What an operator may choose of the limits on clients; null for no limit. `docs/reference/limits.md` explains each. */
export interface ClientLimitSettings {
  /** Open sockets of one client address. */
  socketsPerAddress: number | null;
  /** Seconds within which a socket must start or resume a chat, or say who its agent is. */
  startSeconds: number | null;
  /** Requests of one client address whose body is still arriving. */
  bodiesPerAddress: number | null;
  /** Seconds within which a request's headers, and its body, must have arrived. Uploads have a limit of their own. */
  headersSeconds: number | null;
  bodySeconds: number | null;
  /** Chats that one client address, and one widget, may start in a minute. */
  startsPerAddress: number | null;
  startsPerWidget: number | null;
  /** Chats that one client address, and one widget, may have open. */
  chatsPerAddress: number | null;
  chatsPerWidget: number | null;
  /** MiB that one client address, and one participant, may upload in `limits.uploadPeriodMinutes`. */
  uploadMiBPerAddress: number | null;
  uploadMiBPerParticipant: number | null;
  /** Tokens of one client address that a widget refuses in a minute at full speed. */
  refusedTokensPerAddress: number | null;
  /** Minutes after which a chat ends whose customer left without a word before anyone answered. */
  silentMinutes: number | null;
}

/** The environment variable of each. */
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
/** What each variable takes, in a sentence for the operator. */
export const limitTakes = `a whole number from 1 to ${largest}, or "off" for no limit`;

/** Reads one variable's value; undefined where it is malformed, the default where it is not set. */
export function readLimit(
  name: keyof ClientLimitSettings,
  text: string | undefined,
): number | null | undefined {
  if (text === undefined) return limits[name];
  if (text === 'off') return null;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= largest ? value : undefined;
}

/** Every limit as it is without settings. */
export const defaultLimits: ClientLimitSettings = Object.fromEntries(
  Object.keys(limitVariables).map((name) => [name, limits[name as keyof ClientLimitSettings]]),
) as unknown as ClientLimitSettings;
