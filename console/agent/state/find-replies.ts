import type { CannedReply } from '../../../shared/canned-reply.js';

/**
 * The canned replies that a search finds: those whose shortcut begins with it, then those that have every word of it
 * somewhere in shortcut, folder or text.
 */
export function findReplies(replies: readonly CannedReply[], search: string): CannedReply[] {
  const sought = search.trim().toLocaleLowerCase();
  const words = sought.split(/\s+/).filter(Boolean);
  const begins = ({ shortcut }: CannedReply) => shortcut.toLocaleLowerCase().startsWith(sought);
  const hasWords = ({ shortcut, folder, text }: CannedReply) => {
    const all = `${shortcut} ${folder} ${text}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  };
  return [...replies.filter(begins), ...replies.filter((reply) => !begins(reply) && hasWords(reply))];
}
