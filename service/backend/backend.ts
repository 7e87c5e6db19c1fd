import type { ContactTopics } from '../contact/topics.js';
import type { OpenAllowance } from './allowance.js';
import type { AttachmentStore } from './attachments.js';
import type { Bus } from './bus.js';
import type { Changes } from './changes.js';
import type { Claims } from './claims.js';
import type { Connections } from './connections.js';
import type { Configuration } from './configuration.js';
import type { ContactLog } from './contact-log.js';
import type { Offers } from './offers.js';
import type { Presence } from './presence.js';
import type { Throttle } from './throttle.js';
import type { Timers } from './timers.js';

/**
 * Everything that is true of the whole service, and not of one process: what is stored, who is connected, what is under
 * way. The core stands on these interfaces; what it keeps itself is a cache that may be dropped at any time.
 */
export interface Backend {
  /** The history of the logs: numbers of entries are only comparable within one. A restore begins another. */
  readonly epoch: string;
  readonly log: ContactLog;
  /** What other processes append; null if there is one process. */
  readonly changes: Changes | null;
  readonly configuration: Configuration;
  readonly attachments: AttachmentStore;
  readonly timers: Timers;
  /** Agents. */
  readonly presence: Presence;
  /** Customers, by contact; `limits.customerGone` is the grace period. */
  readonly customers: Connections;
  readonly offers: Offers;
  readonly claims: Claims;
  /** Failed sign-ins. */
  readonly throttle: Throttle;
  readonly openAllowance: OpenAllowance;
  readonly bus: Bus<ContactTopics>;
  /** Starts what runs in the background; to be called once, after every collection of configuration is open. */
  begin(): void;
  /** Resolves after everything under way is durable; nothing may be called afterwards. */
  close(): Promise<void>;
}
