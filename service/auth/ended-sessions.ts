import type { AgentAccount } from './agent-account.js';

/** The effect of an account's change on its sessions. */
export interface SessionChange {
  /** The hashes of the ended sessions. */
  ended: readonly string[];
  /** Whether the account has no session left, or was deleted. */
  isAll: boolean;
}

/**
 * Detects which sessions of an account have ended, by comparing the account with its previous state. Every
 * process watches the accounts, so a session that one process ends closes its sockets in all of them.
 */
export class EndedSessions {
  /** The session hashes of each account. */
  readonly #known = new Map<string, readonly string[]>();

  /** Takes the latest state of an account; null if it was deleted. */
  note(agentId: string, account: AgentAccount | null): SessionChange {
    const before = this.#known.get(agentId) ?? [];
    const after = account && !account.disabled ? account.sessions.map(({ hash }) => hash) : [];
    if (account) this.#known.set(agentId, after);
    else this.#known.delete(agentId);
    const ended = before.filter((hash) => !after.includes(hash));
    return { ended, isAll: after.length === 0 && (ended.length > 0 || account === null) };
  }
}
