import type { Clock } from '../clock.js';
import type { Collection } from '../backend/configuration.js';
import { ServiceError } from '../errors.js';
import { verifyChatToken } from './chat-token.js';
import type { WidgetKeys } from './security-keys.js';
import type { TokenRefusal } from './token-refusal.js';

/** What a valid token says about the customer. */
export interface Admitted {
  customerId: string | null;
  /** Attributes that the website vouches for. */
  attributes: Record<string, string>;
}

/** A refused token, for the log and the administrator. Visitors get the same error for every reason. */
export interface RefusedToken {
  widgetId: string;
  origin: string;
  reason: TokenRefusal;
}

export interface ChatAdmissionOptions {
  keys: Collection<WidgetKeys>;
  clock: Clock;
  onRefused: (refused: RefusedToken) => void;
  /** Resolves when the refusal may be sent: later for a client address that has sent many. */
  slowDown: (from: { widgetId: string; address: string }) => Promise<void>;
}

/** Decides whether a chat may start. */
export interface ChatAdmission {
  /**
   * Checks the website's token, if there is one. Rejects with TOKEN_REFUSED if the widget requires a valid
   * token. Otherwise the chat starts without what an invalid token says.
   */
  admit(widgetId: string, request: AdmissionRequest): Promise<Admitted>;
}

interface AdmissionRequest {
  isRequired: boolean;
  token: string | undefined;
  origin: string;
  /** The client's `addressKey`, for limits. */
  address: string;
}

/** Minimum milliseconds between two writes of a key's last use. */
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
    // Best effort: skips the note if the keys were changed meanwhile.
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
      // The note of use only informs the administrator, so the chat neither waits for it nor fails with it.
      noteUse(widgetId, verified.keyId).catch(() => undefined);
      const { customerId, attributes } = verified.claims;
      return { customerId, attributes };
    },
  };
}
