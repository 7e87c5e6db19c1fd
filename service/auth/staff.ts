import { randomBytes, randomUUID } from 'node:crypto';
import { createNanoEvents } from 'nanoevents';
import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';
import type { Collection, Versioned } from '../store/configuration.js';
import {
  toAgentView,
  type AgentAccount,
  type AgentChange,
  type AgentInput,
  type AgentView,
} from './agent-account.js';
import type { Passwords } from './passwords.js';
import { hashSecret, isSameHash } from './secret-hash.js';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.js';

export interface StaffOptions {
  agents: Collection<AgentAccount>;
  clock: Clock;
  passwords: Passwords;
}

const sessionLasts = 12 * 60 * 60_000;
const sessionsAtMost = 10;

/** Staff accounts and their sessions. */
export class Staff {
  readonly #agents: Collection<AgentAccount>;
  readonly #clock: Clock;
  readonly #passwords: Passwords;
  readonly #byAddress: SignInThrottle;
  readonly #byAccount: SignInThrottle;
  readonly #events = createNanoEvents<{ ended(agentId: string): void }>();
  #nobody: Promise<string> | undefined;

  constructor({ agents, clock, passwords }: StaffOptions) {
    this.#agents = agents;
    this.#clock = clock;
    this.#passwords = passwords;
    this.#byAddress = createSignInThrottle({ clock, free: 5 });
    this.#byAccount = createSignInThrottle({ clock, free: 50 });
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
    const { username, displayName, role = 'agent', queues = ['default'], maxChats = 3 } = input;
    const passwordHash = await this.#passwords.hash(password);
    await this.#checkUsername(username, null);
    const rights = { role, queues, maxChats, disabled: false };
    const account = { username, displayName, ...rights, passwordHash, sessions: [] };
    const agentId = randomUUID();
    await this.#agents.put(agentId, account, 0);
    return toAgentView(agentId, account);
  }

  /**
   * A new password, another role, or shutting the account ends its sessions. Rejects with AGENT_NOT_FOUND,
   * USERNAME_TAKEN, or AGENT_IN_USE where no administrator would be left.
   */
  async update(agentId: string, { password, ...change }: AgentChange): Promise<AgentView> {
    const passwordHash = password === undefined ? null : await this.#passwords.hash(password);
    if (change.username !== undefined) await this.#checkUsername(change.username, agentId);
    let isEnded = false;
    const changed = await this.#write(agentId, async (account) => {
      const next = { ...withChange(account, change), ...(passwordHash && { passwordHash }) };
      if (isAdministrator(account) && !isAdministrator(next)) await this.#checkAdministratorLeft(agentId);
      isEnded = passwordHash !== null || next.role !== account.role || next.disabled;
      return isEnded ? { ...next, sessions: [] } : next;
    });
    if (isEnded) this.#events.emit('ended', agentId);
    return toAgentView(agentId, changed);
  }

  /** Rejects with AGENT_NOT_FOUND, or AGENT_IN_USE for the last administrator. */
  async remove(agentId: string): Promise<void> {
    if (isAdministrator((await this.#found(agentId)).value)) await this.#checkAdministratorLeft(agentId);
    await this.#agents.delete(agentId);
    this.#events.emit('ended', agentId);
  }

  /** A new session, to be kept as a cookie. Rejects with SIGN_IN_REFUSED, whatever the reason, or SIGN_IN_THROTTLED. */
  async signIn(username: string, password: string, address: string): Promise<string> {
    const name = toKey(username);
    const near = [address, `${address} ${name}`];
    this.#byAddress.check(...near);
    this.#byAccount.check(name);
    const agentId = await this.#whose(name, password);
    if (agentId === null) {
      this.#byAddress.failed(...near);
      this.#byAccount.failed(name);
      throw new ServiceError('SIGN_IN_REFUSED');
    }
    this.#byAddress.succeeded(...near);
    this.#byAccount.succeeded(name);
    return this.#openSession(agentId);
  }

  /** Whose session this is; null where it is none any more. */
  async authenticate(session: string): Promise<AgentView | null> {
    const [agentId = '', secret = ''] = session.split('.');
    const account = (await this.#agents.get(agentId))?.value;
    if (!account || account.disabled) return null;
    const hash = hashSecret(secret);
    const now = this.#clock.now();
    const isLive = account.sessions.some((each) => isSameHash(each.hash, hash) && each.until > now);
    return isLive ? toAgentView(agentId, account) : null;
  }

  /** Ends every session of this session's account. */
  async signOut(session: string): Promise<void> {
    const account = await this.authenticate(session);
    if (!account) return;
    await this.#write(account.agentId, (stored) => ({ ...stored, sessions: [] }));
    this.#events.emit('ended', account.agentId);
  }

  /** Calls back after an account's sessions were ended; returns the undo. */
  onSessionsEnded(listener: (agentId: string) => void): () => void {
    return this.#events.on('ended', listener);
  }

  /** The account that this name and password open. */
  async #whose(name: string, password: string): Promise<string | null> {
    const found = (await this.#agents.list()).find(({ value }) => toKey(value.username) === name);
    // Somebody who does not exist takes as long to refuse as somebody who does.
    const nobody = await (this.#nobody ??= this.#passwords.hash(randomUUID()));
    const isGood = await this.#passwords.isSame(password, found?.value.passwordHash ?? nobody);
    return found && isGood && !found.value.disabled ? found.id : null;
  }

  async #openSession(agentId: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const session = { hash: hashSecret(secret), until: this.#clock.now() + sessionLasts };
    await this.#write(agentId, (account) => {
      const live = account.sessions.filter(({ until }) => until > this.#clock.now());
      return { ...account, sessions: [...live, session].slice(-sessionsAtMost) };
    });
    return `${agentId}.${secret}`;
  }

  async #found(agentId: string): Promise<Versioned<AgentAccount>> {
    const document = await this.#agents.get(agentId);
    if (!document) throw new ServiceError('AGENT_NOT_FOUND');
    return document;
  }

  /** Writes what `change` makes of the account; begins again where it changed meanwhile. */
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

/** Copies the members that a change may have, and no others: what is stored is not the request's to choose. */
const withChange = (account: AgentAccount, change: Omit<AgentChange, 'password'>): AgentAccount => ({
  ...account,
  username: change.username ?? account.username,
  displayName: change.displayName ?? account.displayName,
  role: change.role ?? account.role,
  queues: change.queues ?? account.queues,
  maxChats: change.maxChats ?? account.maxChats,
  disabled: change.disabled ?? account.disabled,
});

/** Usernames are the same in upper and lower case, and in any normal form. */
const toKey = (username: string): string => username.normalize('NFKC').toLowerCase();
const isAdministrator = ({ role, disabled }: AgentAccount): boolean => role === 'admin' && !disabled;
