import { randomBytes, randomUUID } from 'node:crypto';
import { createNanoEvents } from 'nanoevents';
import { ServiceError } from '../errors.js';
import type { Collection, Versioned } from '../store/configuration.js';
import {
  toAgentView,
  type AgentAccount,
  type AgentChange,
  type AgentInput,
  type AgentView,
} from './agent-account.js';
import { createPasswords, type Passwords } from './passwords.js';
import { hashSecret, isSameHash } from './secret-hash.js';
import { createSignInThrottle } from './sign-in-throttle.js';

export interface StaffOptions {
  agents: Collection<AgentAccount>;
  clock: () => number;
  passwords?: Passwords;
}

/** Staff accounts and their sessions. */
export interface Staff {
  list(): Promise<AgentView[]>;
  /** Rejects with AGENT_NOT_FOUND. */
  get(agentId: string): Promise<AgentView>;
  /** Rejects with USERNAME_TAKEN. */
  create(input: AgentInput): Promise<AgentView>;
  /** A new password, role, or shutting the account ends its sessions. Rejects with AGENT_NOT_FOUND, AGENT_IN_USE, USERNAME_TAKEN. */
  update(agentId: string, change: AgentChange): Promise<AgentView>;
  /** Rejects with AGENT_NOT_FOUND, or AGENT_IN_USE for the last administrator. */
  remove(agentId: string): Promise<void>;
  /** A new session, to be kept as a cookie. Rejects with SIGN_IN_REFUSED, one answer for every reason, or SIGN_IN_THROTTLED. */
  signIn(username: string, password: string, address: string): Promise<string>;
  /** Whose session this is; null where it is none any more. */
  authenticate(session: string): Promise<AgentView | null>;
  /** Ends every session of this session's account. */
  signOut(session: string): Promise<void>;
  /** Calls back after an account's sessions were ended; returns the undo. */
  onSessionsEnded(listener: (agentId: string) => void): () => void;
}

const sessionLasts = 12 * 60 * 60_000;
const sessionsAtMost = 10;

export function createStaff({ agents, clock, passwords = createPasswords() }: StaffOptions): Staff {
  const events = createNanoEvents<{ ended(agentId: string): void }>();
  const byAddress = createSignInThrottle({ clock, free: 5 });
  const byAccount = createSignInThrottle({ clock, free: 50 });
  let nobody: Promise<string> | undefined;

  const found = async (agentId: string): Promise<Versioned<AgentAccount>> => {
    const document = await agents.get(agentId);
    if (!document) throw new ServiceError('AGENT_NOT_FOUND');
    return document;
  };
  /** Writes what `change` makes of the account; begins again where it changed meanwhile. */
  async function write(
    agentId: string,
    change: (account: AgentAccount) => AgentAccount | Promise<AgentAccount>,
  ): Promise<AgentAccount> {
    for (;;) {
      const { value, version } = await found(agentId);
      const changed = await change(value);
      if ((await agents.put(agentId, changed, version)).ok) return changed;
    }
  }
  async function checkUsername(username: string, agentId: string | null): Promise<void> {
    const isTaken = (await agents.list()).some(
      ({ id, value }) => id !== agentId && isSameName(value.username, username),
    );
    if (isTaken) throw new ServiceError('USERNAME_TAKEN', { pointer: '/username' });
  }
  async function checkAdministratorLeft(agentId: string): Promise<void> {
    const isLeft = (await agents.list()).some(({ id, value }) => id !== agentId && isAdministrator(value));
    if (!isLeft) throw new ServiceError('AGENT_IN_USE', { message: 'This is the last administrator.' });
  }
  async function authenticate(session: string): Promise<AgentView | null> {
    const [agentId = '', secret = ''] = session.split('.');
    const account = (await agents.get(agentId))?.value;
    if (!account || account.disabled) return null;
    const hash = hashSecret(secret);
    const isLive = account.sessions.some((each) => isSameHash(each.hash, hash) && each.until > clock());
    return isLive ? toAgentView(agentId, account) : null;
  }

  return {
    list: async () => (await agents.list()).map(({ id, value }) => toAgentView(id, value)),
    get: async (agentId) => toAgentView(agentId, (await found(agentId)).value),

    async create({ password, role = 'agent', queues = ['default'], maxChats = 3, ...names }) {
      const passwordHash = await passwords.hash(password);
      await checkUsername(names.username, null);
      const account = { ...names, role, queues, maxChats, disabled: false, passwordHash, sessions: [] };
      const agentId = randomUUID();
      await agents.put(agentId, account, 0);
      return toAgentView(agentId, account);
    },

    async update(agentId, { password, ...change }) {
      const passwordHash = password === undefined ? null : await passwords.hash(password);
      if (change.username !== undefined) await checkUsername(change.username, agentId);
      let isEnded = false;
      const changed = await write(agentId, async (account) => {
        const next = { ...account, ...change, ...(passwordHash && { passwordHash }) };
        if (isAdministrator(account) && !isAdministrator(next)) await checkAdministratorLeft(agentId);
        isEnded = passwordHash !== null || next.role !== account.role || next.disabled;
        return isEnded ? { ...next, sessions: [] } : next;
      });
      if (isEnded) events.emit('ended', agentId);
      return toAgentView(agentId, changed);
    },

    async remove(agentId) {
      if (isAdministrator((await found(agentId)).value)) await checkAdministratorLeft(agentId);
      await agents.delete(agentId);
      events.emit('ended', agentId);
    },

    async signIn(username, password, address) {
      const name = toKey(username);
      const near = [address, `${address} ${name}`];
      byAddress.check(...near);
      byAccount.check(name);
      const document = (await agents.list()).find(({ value }) => isSameName(value.username, username));
      // Somebody who does not exist takes as long to refuse as somebody who does.
      const noHash = await (nobody ??= passwords.hash(randomUUID()));
      const isGood = await passwords.isSame(password, document?.value.passwordHash ?? noHash);
      if (!document || !isGood || document.value.disabled) {
        byAddress.failed(...near);
        byAccount.failed(name);
        throw new ServiceError('SIGN_IN_REFUSED');
      }
      byAddress.succeeded(...near);
      byAccount.succeeded(name);
      const secret = randomBytes(32).toString('base64url');
      const session = { hash: hashSecret(secret), until: clock() + sessionLasts };
      await write(document.id, (account) => {
        const live = account.sessions.filter(({ until }) => until > clock());
        return { ...account, sessions: [...live, session].slice(-sessionsAtMost) };
      });
      return `${document.id}.${secret}`;
    },

    authenticate,

    async signOut(session) {
      const account = await authenticate(session);
      if (!account) return;
      await write(account.agentId, (stored) => ({ ...stored, sessions: [] }));
      events.emit('ended', account.agentId);
    },

    onSessionsEnded: (listener) => events.on('ended', listener),
  };
}

/** Usernames are the same in upper and lower case, and in any normal form. */
const toKey = (username: string): string => username.normalize('NFKC').toLowerCase();
const isSameName = (one: string, other: string): boolean => toKey(one) === toKey(other);
const isAdministrator = ({ role, disabled }: AgentAccount): boolean => role === 'admin' && !disabled;
