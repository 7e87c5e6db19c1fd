import type { Clock } from '../clock.js';
import type { Collection } from '../backend/configuration.js';
import { ServiceError } from '../errors.js';
import { verifyChatToken } from './chat-token.js';
import type { WidgetKeys } from './security-keys.js';
import type { TokenRefusal } from './token-refusal.js';

/** What a good token says of the customer. */
export interface Admitted {
  customerId: string | null;
  /** Attributes that the website vouches for. */
  attributes: Record<string, string>;
}

/** A refused token, for the log and the administrator; outside there is one answer for all of them. */
export interface RefusedToken {
  widgetId: string;
  origin: string;
  reason: TokenRefusal;
}

export interface ChatAdmissionOptions {
  keys: Collection<WidgetKeys>;
  clock: Clock;
  onRefused: (refused: RefusedToken) => void;
  /** Resolves when the refusal may be answered: later for a client address that has sent many. */
  slowDown: (from: { widgetId: string; address: string }) => Promise<void>;
}

/** Decides whether a chat may start. */
export interface ChatAdmission {
  /**
   * Checks the website's token where there is one. Rejects with TOKEN_REFUSED where the widget requires a good one;
   * where it doesn't, a bad token vouches for nothing and the chat starts without what it says.
   */
  admit(widgetId: string, request: AdmissionRequest): Promise<Admitted>;
}

interface AdmissionRequest {
  isRequired: boolean;
  token: string | undefined;
  origin: string;
  /** Under which key limits count the client's address. */
  address: string;
}

/** A key's last use is written at most so often. */
const useNotedEvery = 60_000;

export function createChatAdmission({
  keys,
  clock,
  onRefused,
  slowDown,
}: ChatAdmissionOptions): ChatAdmission {
  const notedAt = new Map<string, number>();

  async function noteUse(widgetId: string, keyId: string): Promise<void> {
    const time = clock.monotonic();
    if (time - (notedAt.get(keyId) ?? -Infinity) < useNotedEvery) return;
    notedAt.set(keyId, time);
    const document = await keys.get(widgetId);
    if (!document) return;
    const lastUsedAt = new Date(clock.now()).toISOString();
    const noted = document.value.keys.map((key) => (key.keyId === keyId ? { ...key, lastUsedAt } : key));
    // Whoever changed the keys meanwhile was more important.
    await keys.put(widgetId, { keys: noted }, document.version);
  }

  return {
    async admit(widgetId, { isRequired, token, origin, address }) {
      const refuse = async (reason: TokenRefusal): Promise<Admitted> => {
        onRefused({ widgetId, origin, reason });
        if (!isRequired) return { customerId: null, attributes: {} };
        await slowDown({ widgetId, address });
        throw new ServiceError('TOKEN_REFUSED');
      };
      if (token === undefined) return isRequired ? refuse('MISSING') : { customerId: null, attributes: {} };
      const live = (await keys.get(widgetId))?.value.keys ?? [];
      const verified = verifyChatToken(token, { widgetId, keys: live, now: clock.now() });
      if (!verified.ok) return refuse(verified.reason);
      // Notes of use are a service to the administrator: a chat does not wait for, or fail by, them.
      noteUse(widgetId, verified.keyId).catch(() => undefined);
      const { customerId, attributes } = verified.claims;
      return { customerId, attributes };
    },
  };
}
