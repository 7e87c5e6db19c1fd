import type { ConversationContext } from './conversation-host.js';

/** Changes the unsent text, and stores it for the visitor's next page. */
export function setDraft({ session, current }: ConversationContext, draft: string): void {
  void session.store.writeDraft(draft);
  current.change({ draft });
}

/** Shows the text that an earlier page stored, unless the visitor has already begun another. */
export async function restoreDraft({ session, current }: ConversationContext): Promise<void> {
  const draft = await session.store.readDraft();
  if (!current.value.draft && draft) current.change({ draft });
}
