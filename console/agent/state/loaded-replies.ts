import type { CannedReply } from '../../../shared/canned-reply.js';

/** The canned replies that an agent can insert: a snapshot that is replaced at each change. */
export interface LoadedReplies {
  /** Undefined until they are loaded. */
  readonly list: readonly CannedReply[] | undefined;
  /** Why they could not be loaded, in a sentence. */
  readonly problem: string;
  /** The agent's name, for placeholders. */
  readonly agentName: string;
}

export const noReplies: LoadedReplies = { list: undefined, problem: '', agentName: '' };
