import { randomUUID } from 'node:crypto';
import { createNanoEvents } from 'nanoevents';
import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';
import type { Collection, Versioned } from '../backend/configuration.js';
import type { Throttle } from '../backend/throttle.js';
import {
  toAgentView,
  type AgentAccount,
  type AgentChange,
  type AgentInput,
  type AgentView,
} from './agent-account.js';
import type { Passwords } from './passwords.js';
import { devices } from './devices.js';
import { EndedSessions } from './ended-sessions.js';
import { Sessions } from './sessions.js';
import { SignIn, toKey, type Credentials } from './sign-in.js';

export interface StaffOptions {
  agents: Collection<AgentAccount>;
  /** Counts failed sign-ins. */
  throttle: Throttle;
  clock: Clock;
  passwords: Passwords;
}

/** What a browser stores after a sign-in, each in a cookie. */
export interface SignedIn {
  session: string;
  /** The secret by which the account recognizes the device. */
  device: string;
}

/** A session that has not ended. */
interface LiveSession {
  agentId: string;
  account: AgentAccount;
  /** Milliseconds until it ends by time. */
  left: number;
}

/** Staff accounts and their sessions. */
export class Staff {
  readonly #agents: Collection<AgentAccount>;
  readonly #clock: Clock;
  readonly #passwords: Passwords;
  readonly #sessions: Sessions;
  readonly #ended = new EndedSessions();
  readonly #unwatch: () => void;
  readonly #signIn: SignIn;
  readonly #events = createNanoEvents<{ ended(agentId: string, isAll: boolean): void }>();

  constructor({ agents, throttle, clock, passwords }: StaffOptions) {
    this.#agents = agents;
    this.#clock = clock;
    this.#passwords = passwords;
    this.#sessions = new Sessions(clock);
    const find = async (name: string) =>
      (await agents.list()).find(({ value }) => toKey(value.username) === name);
    this.#signIn = new SignIn({ throttle, passwords, find });
    this.#unwatch = agents.watch((agentId, document) => this.#note(agentId, document?.value ?? null));
  }

  /** Learns the stored sessions. Call it once, at the start. */
  async recover(): Promise<void> {
    for (const { id, value } of await this.#agents.list()) {
      this.#sessions.learn(value);
      this.#ended.note(id, value);
    }
  }

  close(): void {
    this.#unwatch();
  }

  async list(): Promise<AgentView[]> {
    return (await this.#agents.list()).map(({ id, value }) => toAgentView(id, value));
  }

  /** Rejects with AGENT_NOT_FOUND. */
  async get(agentId: string): Promise<AgentView> {
    return toAgentView(agentId, (await this.#found(agentId)).value);
  }

  /** Rejects with USERNAME_TAKEN. */
  async create({ password, ...input }: AgentInput): Promise<AgentView> {
    const {
      username,
      displayName,
      role = 'agent',
      queues = ['default'],
      maxChats = 3,
      pictureUrl = '',
    } = input;
    const passwordHash = await this.#passwords.hash(password);
    await this.#checkUsername(username, null);
    const rights = { role, queues, maxChats, disabled: false };
    const account = { username, displayName, pictureUrl, ...rights, passwordHash, sessions: [] };
    const agentId = randomUUID();
    await this.#agents.put(agentId, account, 0);
    return toAgentView(agentId, account);
  }

  /**
   * Changes an account. A new password, another role, or disabling the account ends its sessions; a new
   * password also forgets its devices. Rejects with AGENT_NOT_FOUND, USERNAME_TAKEN, or AGENT_IN_USE if no
   * administrator would be left.
   */
  async update(agentId: string, { password, ...change }: AgentChange): Promise<AgentView> {
    const passwordHash = password === undefined ? null : await this.#passwords.hash(password);
    if (change.username !== undefined) await this.#checkUsername(change.username, agentId);
    const changed = await this.#write(agentId, async (account) => {
      const next = { ...withChange(account, change), ...(passwordHash && { passwordHash }) };
      if (isAdministrator(account) && !isAdministrator(next)) await this.#checkAdministratorLeft(agentId);
      const isEnded = passwordHash !== null || next.role !== account.role || next.disabled;
      if (passwordHash) delete next.devices;
      return isEnded ? { ...next, sessions: [] } : next;
    });
    return toAgentView(agentId, changed);
  }

  /** Rejects with AGENT_NOT_FOUND, or AGENT_IN_USE for the last administrator. */
  async remove(agentId: string): Promise<void> {
    const { value } = await this.#found(agentId);
    if (isAdministrator(value)) await this.#checkAdministratorLeft(agentId);
    await this.#agents.delete(agentId);
  }

  /** Opens a session. Rejects with SIGN_IN_REFUSED for any wrong credentials, or with SIGN_IN_THROTTLED. */
  async signIn(credentials: Credentials): Promise<SignedIn> {
    const agentId = await this.#signIn.check(credentials);
    const device = credentials.device ?? devices.secret();
    const { session, secret } = this.#sessions.create();
    await this.#write(agentId, (account) => {
      const sessions = this.#sessions.added(account, session);
      return { ...account, sessions, devices: devices.added(account, device, this.#clock.now()) };
    });
    return { session: `${agentId}.${secret}`, device };
  }

  /** The account of a live session; null if the session has ended. */
  async authenticate(session: string): Promise<AgentView | null> {
    const found = await this.#find(session);
    return found && toAgentView(found.agentId, found.account);
  }

  /** Milliseconds until this session expires; 0 if it has ended. */
  async sessionLeft(session: string): Promise<number> {
    return (await this.#find(session))?.left ?? 0;
  }

  /** Ends all sessions of this session's account. */
  async signOut(session: string): Promise<void> {
    const account = await this.authenticate(session);
    if (!account) return;
    await this.#write(account.agentId, (stored) => ({ ...stored, sessions: [] }));
  }

  /**
   * Calls the listener after sessions of an account were ended by any process; `isAll` tells whether all
   * were. Returns the undo.
   */
  onSessionsEnded(listener: (agentId: string, isAll: boolean) => void): () => void {
    return this.#events.on('ended', listener);
  }

  /** Handles an account that was changed or deleted. */
  #note(agentId: string, account: AgentAccount | null): void {
    const { ended, isAll } = this.#ended.note(agentId, account);
    this.#sessions.forget(ended);
    if (ended.length > 0 || isAll) this.#events.emit('ended', agentId, isAll);
  }

  /** The account of a live session. One that this process has not heard of may have been opened by another a moment ago. */
  async #find(session: string): Promise<LiveSession | null> {
    const [agentId = '', secret = ''] = session.split('.');
    return (
      this.#sessionIn(await this.#agents.get(agentId), secret) ??
      this.#sessionIn(await this.#agents.latest(agentId), secret)
    );
  }

  #sessionIn(agent: Versioned<AgentAccount> | null, secret: string): LiveSession | null {
    if (!agent || agent.value.disabled) return null;
    const left = this.#sessions.left(agent.value, secret);
    return left > 0 ? { agentId: agent.id, account: agent.value, left } : null;
  }

  async #found(agentId: string): Promise<Versioned<AgentAccount>> {
    const document = await this.#agents.get(agentId);
    if (!document) throw new ServiceError('AGENT_NOT_FOUND');
    return document;
  }

  /** Writes the changed account; on a conflict, reads it again and retries. */
  async #write(
    agentId: string,
    change: (account: AgentAccount) => AgentAccount | Promise<AgentAccount>,
  ): Promise<AgentAccount> {
    for (;;) {
      const { value, version } = await this.#found(agentId);
      const changed = await change(value);
      if ((await this.#agents.put(agentId, changed, version)).ok) return changed;
    }
  }

  async #checkUsername(username: string, agentId: string | null): Promise<void> {
    const isTaken = (await this.#agents.list()).some(
      ({ id, value }) => id !== agentId && toKey(value.username) === toKey(username),
    );
    if (isTaken) throw new ServiceError('USERNAME_TAKEN', { pointer: '/username' });
  }

  async #checkAdministratorLeft(agentId: string): Promise<void> {
    const isLeft = (await this.#agents.list()).some(
      ({ id, value }) => id !== agentId && isAdministrator(value),
    );
    if (!isLeft) throw new ServiceError('AGENT_IN_USE', { message: 'This is the last administrator.' });
  }
}

/** Copies only the members that a change may have, so that a request can't choose what is stored. */
const withChange = (account: AgentAccount, change: Omit<AgentChange, 'password'>): AgentAccount => ({
  ...account,
  username: change.username ?? account.username,
  displayName: change.displayName ?? account.displayName,
  role: change.role ?? account.role,
  queues: change.queues ?? account.queues,
  maxChats: change.maxChats ?? account.maxChats,
  pictureUrl: change.pictureUrl ?? account.pictureUrl,
  disabled: change.disabled ?? account.disabled,
});

const isAdministrator = ({ role, disabled }: AgentAccount): boolean => role === 'admin' && !disabled;
