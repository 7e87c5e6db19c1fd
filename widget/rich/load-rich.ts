import { contentTypes } from '../../shared/content-types.js';

/** What a file is said as here: its own content type says what is in it. */
export const fileKind = 'file';

/** What a text is loaded as that may hold links, or be a time. */
export const textKind = 'text';
/** What a person's picture is loaded as. */
export const photoKind = 'photo';

/** The element that shows a content type, and what defines it: each a file that only chats load in which it is said. */
const kinds = new Map<string, { tag: RichTag; load: () => Promise<unknown> }>([
  [contentTypes.markdown, { tag: 'connect-chat-markdown', load: () => import('./define-markdown.js') }],
  [
    contentTypes.interactive,
    { tag: 'connect-chat-interactive', load: () => import('./define-interactive.js') },
  ],
  [fileKind, { tag: 'connect-chat-attachment', load: () => import('../files/define.js') }],
  [textKind, { tag: 'connect-chat-text', load: () => import('./define-plain-text.js') }],
  [photoKind, { tag: 'connect-chat-photo', load: () => import('../photo/define.js') }],
]);

/** The name of an element that shows more than text. */
export type RichTag =
  | 'connect-chat-markdown'
  | 'connect-chat-interactive'
  | 'connect-chat-attachment'
  | 'connect-chat-text'
  | 'connect-chat-photo';

const loading = new Map<string, Promise<unknown>>();

/**
 * The element for a content type, or null where its text is all there is to show. Asking begins to load it. Until it is
 * there, or where it can't be had, an element of this name shows its children; it takes up what was set on it before.
 */
export function tagFor(contentType: string): RichTag | null {
  const kind = kinds.get(contentType);
  if (!kind) return null;
  const { tag, load } = kind;
  if (!loading.has(tag))
    loading.set(
      tag,
      // The next message asks again.
      load().catch(() => loading.delete(tag)),
    );
  return tag;
}
