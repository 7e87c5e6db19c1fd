import { createNanoEvents } from 'nanoevents';
import type { AgentStatus } from '../../../../shared/agent-status.js';
import type { AgentPresence, AgentProfile, Presence, PresenceEvents } from '../../presence.js';
import type { Database } from '../database/database.js';
import { createCoalesced, type Coalesced } from '../processes/coalesced.js';
import type { ProcessLease } from '../processes/lease.js';
import * as statements from './agent-statements.js';
import { graces } from './graces.js';
import { Attendance, type AttendanceOptions } from './attendance.js';

interface Agent {
  profile: AgentProfile;
  status: AgentStatus;
  /** By the clock of the database. */
  idleSince: number;
  statusSince: number;
}

/** What is not passed on yet of an agent. */
interface Unsaid {
  /** The profile, and the status where the agent is not known. */
  isStored?: true;
  status?: AgentStatus;
  idleSince?: number;
}

interface Row {
  mark: string;
  agentId: string | null;
  profile: string;
  status: AgentStatus | null;
  idleSince: number;
  statusSince: number;
}

/** Milliseconds that an agent is idle before that is begun anew: every process reports the same change. */
const sameChange = 500;
/** Milliseconds for which a forgotten agent's row is kept, so that every process sees it. */
const forgottenFor = 10 * 60_000;

export interface PostgresPresenceOptions extends Pick<AttendanceOptions, 'database' | 'lease' | 'clock'> {
  /** Tells other processes that something changed. */
  nudge: () => void;
}

/** Agents at consoles in all processes: their connections are an {@link Attendance}, the rest a copy of a table. */
export class PostgresPresence implements Presence {
  readonly #database: Database;
  readonly #lease: ProcessLease;
  readonly #attendance: Attendance;
  readonly #agents = new Map<string, Agent>();
  readonly #events = createNanoEvents<PresenceEvents>();
  readonly #flush: Coalesced;
  readonly #nudge: () => void;
  #unsaid = new Map<string, Unsaid>();
  #mark: string | null = null;

  constructor({ nudge, ...options }: PostgresPresenceOptions) {
    const { database, lease } = options;
    this.#database = database;
    this.#lease = lease;
    this.#nudge = nudge;
    this.#flush = createCoalesced(() => this.#passOn());
    this.#attendance = new Attendance({
      ...options,
      kind: 'agent',
      grace: graces.agent,
      onChange: (agentId) => this.#agents.has(agentId) && this.#events.emit('changed', agentId),
      onGone: (agentId) => this.#forget(agentId),
    });
    lease.onLoss({ lost: () => this.#sayAgain(), isUnsettled: () => false });
  }

  open(profile: AgentProfile, lastStatus: AgentStatus): () => void {
    const { agentId } = profile;
    const known = this.#agents.get(agentId);
    const now = this.#lease.databaseNow();
    this.#agents.set(
      agentId,
      known ? { ...known, profile } : { profile, status: lastStatus, idleSince: now, statusSince: now },
    );
    const close = this.#attendance.open(agentId, true);
    this.#say(agentId, { isStored: true });
    this.#events.emit('changed', agentId);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      close();
      this.#events.emit('changed', agentId);
    };
  }

  expect(agentId: string): void {
    this.#attendance.expect(agentId);
  }

  setStatus(agentId: string, status: AgentStatus): void {
    const agent = this.#agents.get(agentId);
    if (!agent || agent.status === status) return;
    const idleSince = this.#lease.databaseNow();
    this.#agents.set(agentId, { ...agent, status, idleSince, statusSince: idleSince });
    this.#say(agentId, { status, idleSince });
    this.#events.emit('status', agentId, status);
    this.#events.emit('changed', agentId);
  }

  update(profile: AgentProfile): void {
    const { agentId } = profile;
    const agent = this.#agents.get(agentId);
    if (!agent) return;
    this.#agents.set(agentId, { ...agent, profile });
    this.#say(agentId, { isStored: true });
    this.#events.emit('changed', agentId);
  }

  touch(agentId: string): void {
    const agent = this.#agents.get(agentId);
    const idleSince = this.#lease.databaseNow();
    if (!agent || idleSince - agent.idleSince < sameChange) return;
    this.#agents.set(agentId, { ...agent, idleSince });
    this.#say(agentId, { idleSince });
  }

  get(agentId: string): AgentPresence | undefined {
    const agent = this.#agents.get(agentId);
    return agent && { ...agent, consoles: this.#attendance.count(agentId) };
  }

  now(): number {
    return this.#lease.databaseNow();
  }

  all(): Iterable<AgentPresence> {
    return [...this.#agents.keys()].map((agentId) => this.get(agentId)!);
  }

  on<Event extends keyof PresenceEvents>(event: Event, listener: PresenceEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  onGone(receive: (agentId: string) => Promise<void>): () => void {
    return this.#attendance.onGone(receive);
  }

  async beat(): Promise<void> {
    await this.#flush.run();
    await this.#attendance.beat();
  }

  async tidy(): Promise<void> {
    await this.#attendance.tidy();
    await this.#database.query(statements.dropForgotten, [forgottenFor]);
  }

  async close(): Promise<void> {
    await this.#flush.settled();
    await this.#attendance.close();
  }

  #forget(agentId: string): void {
    // A console may have been opened here a moment ago.
    if (this.#attendance.count(agentId) > 0) return;
    this.#agents.delete(agentId);
    this.#unsaid.delete(agentId);
    // If it fails, whoever is told again forgets the agent.
    this.#database.query(statements.forgetAgent, [agentId]).catch(() => undefined);
    this.#events.emit('changed', agentId);
  }

  #say(agentId: string, news: Unsaid): void {
    this.#unsaid.set(agentId, { ...this.#unsaid.get(agentId), ...news });
    // What fails stays unsaid until the next beat.
    this.#flush.run().then(this.#nudge, () => undefined);
  }

  #sayAgain(): void {
    for (const agentId of this.#agents.keys())
      this.#unsaid.set(agentId, { isStored: true, ...this.#unsaid.get(agentId) });
    this.#mark = null;
  }

  /** Writes first and reads then: what was read is never older than what was written. */
  async #passOn(): Promise<void> {
    if (!this.#lease.isHeld) return;
    const said = this.#unsaid;
    this.#unsaid = new Map();
    try {
      await this.#write(said);
    } catch (error) {
      for (const [agentId, news] of said)
        this.#unsaid.set(agentId, { ...news, ...this.#unsaid.get(agentId) });
      throw error;
    }
    await this.#read();
  }

  async #write(said: ReadonlyMap<string, Unsaid>): Promise<void> {
    const known = [...said]
      .filter(([agentId]) => this.#agents.has(agentId))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const stored = known
      .filter(([, { isStored }]) => isStored)
      .map(([agentId]) => this.#agents.get(agentId)!);
    if (stored.length > 0)
      await this.#database.query(statements.storeAgents, [
        this.#lease.id,
        stored.map(({ profile }) => profile.agentId),
        stored.map(({ profile }) => JSON.stringify(profile)),
        stored.map(({ status }) => status),
        stored.map(({ idleSince }) => idleSince),
      ]);
    const changed = known.filter(([, { idleSince }]) => idleSince !== undefined);
    if (changed.length > 0)
      await this.#database.query(statements.changeAgents, [
        changed.map(([agentId]) => agentId),
        changed.map(([, { status }]) => status ?? null),
        changed.map(([, { idleSince }]) => idleSince),
      ]);
  }

  async #read(): Promise<void> {
    const rows = await this.#database.query<Row>(statements.changedAgents, [this.#mark]);
    this.#mark = rows[0]!.mark;
    for (const row of rows) if (row.agentId !== null && !this.#unsaid.has(row.agentId)) this.#take(row);
  }

  /** What the database says of an agent. */
  #take({ agentId, profile: text, status, idleSince, statusSince }: Row): void {
    const before = this.#agents.get(agentId!);
    if (status === null) return this.#takeForgotten(agentId!);
    const profile = JSON.parse(text) as AgentProfile;
    this.#agents.set(agentId!, { profile, status, idleSince, statusSince });
    if (before && before.status !== status) this.#events.emit('status', agentId!, status);
    const isSame = before?.status === status && JSON.stringify(before.profile) === text;
    if (!isSame) this.#events.emit('changed', agentId!);
  }

  #takeForgotten(agentId: string): void {
    if (!this.#agents.has(agentId)) return;
    // The agent came back here a moment ago.
    if (this.#attendance.count(agentId) > 0) return this.#say(agentId, { isStored: true });
    this.#agents.delete(agentId);
    this.#events.emit('changed', agentId);
  }
}
