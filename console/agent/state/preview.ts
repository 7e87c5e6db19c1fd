import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** What was said in a chat that rings: a snapshot that is replaced at each change. */
export interface Preview {
  readonly contactId: string;
  /** Undefined while it is being loaded. */
  readonly items: readonly TranscriptItem[] | undefined;
  /** Why it could not be loaded, in a sentence. */
  readonly problem: string;
}
