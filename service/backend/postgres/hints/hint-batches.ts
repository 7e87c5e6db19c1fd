/** PostgreSQL's bound for one notification is 8,000 bytes, its end included. */
const bytesAtMost = 7_900;

/** What a notification is made of: who sent it, so that the sender ignores it, and its hints. */
export interface HintBatch {
  from: string;
  hints: unknown[];
}

/**
 * Hints as the texts of notifications, in order, as few as possible. One that is too large alone is left out: it is a hint.
 */
export function toNotifications(from: string, hints: readonly unknown[]): string[] {
  const head = `{"from":${JSON.stringify(from)},"hints":[`;
  const notifications: string[] = [];
  let texts: string[] = [];
  let size = 0;
  const end = (): void => {
    if (texts.length > 0) notifications.push(`${head}${texts.join(',')}]}`);
    texts = [];
    size = head.length + 2;
  };
  end();
  for (const hint of hints) {
    const text = JSON.stringify(hint);
    const bytes = Buffer.byteLength(text) + 1;
    if (head.length + 2 + bytes > bytesAtMost) continue;
    if (size + bytes > bytesAtMost) end();
    texts.push(text);
    size += bytes;
  }
  end();
  return notifications;
}
