import type { ContactTopics } from '../contact/topics.js';
import type { OpenAllowance } from './allowance.js';
import type { AttachmentStore } from './attachments.js';
import type { Bus } from './bus.js';
import type { Changes } from './changes.js';
import type { Claims } from './claims.js';
import type { Connections } from './connections.js';
import type { Configuration } from './configuration.js';
import type { ContactIndex } from './contact-index.js';
import type { ContactLog } from './contact-log.js';
import type { Offers } from './offers.js';
import type { Presence } from './presence.js';
import type { Throttle } from './throttle.js';
import type { Timers } from './timers.js';

/** Called after each commit: how many appends shared it, and how many milliseconds it took. */
export type OnCommit = (appends: number, milliseconds: number) => void;

/**
 * The state of the whole service, as opposed to one process: what is stored, who is connected, what is in
 * progress. The core depends on these interfaces only; its own state is a cache that may be dropped at any
 * time.
 */
export interface Backend {
  /**
   * The log's history id. Numbers of entries are only comparable within one history; a restore begins
   * another.
   */
  readonly epoch: string;
  readonly log: ContactLog;
  /** The entries of other processes; null if this process is the only one. */
  readonly changes: Changes | null;
  readonly index: ContactIndex;
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
  /** Starts the background work. Call it once, after every collection of configuration is open. */
  begin(): void;
  /** Resolves after everything in progress is durable. Nothing may be called afterwards. */
  close(): Promise<void>;
}
