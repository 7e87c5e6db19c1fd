import { limits } from '../../shared/limits.js';
import type { Allowance, OpenAllowance } from '../backend/allowance.js';
import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';
import type { ClientLimitSettings } from './limit-settings.js';
import { createOccupancy, type Occupancy } from './occupancy.js';
import { createOpenChats, type OpenChats, type StartingChat } from './open-chats.js';

/** Where a start comes from; `address` is an `addressKey`. */
export interface StartOrigin {
  widgetId: string;
  address: string;
}

/**
 * The limits per client address and per widget. Rates are counted for the whole service. Open sockets are
 * counted per process, because the limit protects its memory. Every counter is bounded.
 */
export interface ClientLimits {
  /** Open sockets of customers and of staff, by address. */
  customerSockets: Occupancy;
  staffSockets: Occupancy;
  /** Requests whose body is still arriving, by address. */
  bodies: Occupancy;
  openChats: Pick<OpenChats, 'note'>;
  /** Milliseconds within which a client must start something on its socket. */
  startWithin: number;
  /** See {@link ClientLimitSettings}. */
  silentMinutes: number | null;
  /**
   * Accepts a socket beyond the limit, so that it can be closed with the reason. Rejects with
   * TOO_MANY_CONNECTIONS if the address had too many of those recently.
   */
  turnAway(address: string): Promise<void>;
  /** Counts a start. Rejects with TOO_MANY_CHATS. */
  start(from: StartOrigin): Promise<StartingChat>;
  /** Counts bytes that a participant uploads. Rejects with TOO_MANY_BYTES. */
  upload(from: { address: string; participantId: string }, bytes: number): Promise<void>;
  /** Counts a refused token; resolves when the refusal may be sent. */
  refuseToken: (from: StartOrigin) => Promise<void>;
}

export interface ClientLimitsOptions {
  settings: ClientLimitSettings;
  openAllowance: OpenAllowance;
  clock: Pick<Clock, 'later'>;
}

const second = 1000;
const minute = 60 * second;
const mebibyte = 1024 * 1024;
/**
 * Sockets per address and minute that are closed with a reason. Further ones are refused before they open.
 */
const closedPerMinute = 60;

export function createClientLimits({ settings, openAllowance, clock }: ClientLimitsOptions): ClientLimits {
  const allow = (name: string, amount: number | null, period: number): Allowance =>
    openAllowance({ name, amount, period });
  const turnedAway = allow('turned away', closedPerMinute, minute);
  const startsByAddress = allow('starts by address', settings.startsPerAddress, minute);
  const startsByWidget = allow('starts by widget', settings.startsPerWidget, minute);
  const refusedTokens = allow('refused tokens', settings.refusedTokensPerAddress, minute);
  const uploadPeriod = limits.uploadPeriodMinutes * minute;
  const bytesByAddress = allow('bytes by address', bytesOf(settings.uploadMiBPerAddress), uploadPeriod);
  const bytesByParticipant = allow(
    'bytes by participant',
    bytesOf(settings.uploadMiBPerParticipant),
    uploadPeriod,
  );
  const openChats = createOpenChats({
    perAddress: settings.chatsPerAddress,
    perWidget: settings.chatsPerWidget,
  });

  return {
    customerSockets: createOccupancy(settings.socketsPerAddress),
    staffSockets: createOccupancy(settings.socketsPerAddress),
    bodies: createOccupancy(settings.bodiesPerAddress),
    openChats,
    startWithin: (settings.startSeconds ?? Infinity) * second,
    silentMinutes: settings.silentMinutes,
    async turnAway(address) {
      const wait = await turnedAway.take(address);
      if (wait > 0) throw new ServiceError('TOO_MANY_CONNECTIONS', { retryAfter: seconds(wait) });
    },
    async start({ widgetId, address }) {
      const wait = (await startsByAddress.take(address)) || (await startsByWidget.take(widgetId));
      if (wait > 0) throw new ServiceError('TOO_MANY_CHATS', { retryAfter: seconds(wait) });
      return openChats.begin({ widgetId, address });
    },
    async upload({ address, participantId }, bytes) {
      const wait =
        (await bytesByParticipant.take(participantId, bytes)) || (await bytesByAddress.take(address, bytes));
      if (wait > 0) throw new ServiceError('TOO_MANY_BYTES', { retryAfter: seconds(wait) });
    },
    async refuseToken({ widgetId, address }) {
      const wait = await refusedTokens.take(`${address} ${widgetId}`);
      if (wait > 0) await new Promise<void>((resolve) => clock.later(limits.refusedTokenDelay, resolve));
    },
  };
}

const bytesOf = (mebibytes: number | null): number | null => mebibytes && mebibytes * mebibyte;
const seconds = (milliseconds: number): number => Math.ceil(milliseconds / second);
