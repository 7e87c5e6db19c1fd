import { contentTypes } from '../../shared/content-types.js';

/** The kind of files: their content type describes what is in them. */
export const fileKind = 'file';

/** The kind of texts that may contain links, or be a time. */
export const textKind = 'text';
/** The kind of people's pictures. */
export const photoKind = 'photo';

/** The elements that show content types, each in a file that is loaded when a chat contains one. */
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
 * Returns the element for a content type, or null if its text is enough, and begins to load it. Until it is loaded,
 * or if that fails, the element shows its children. It keeps properties that were set before.
 */
export function tagFor(contentType: string): RichTag | null {
  const kind = kinds.get(contentType);
  if (!kind) return null;
  const { tag, load } = kind;
  if (!loading.has(tag))
    loading.set(
      tag,
      // The next message tries again.
      load().catch(() => loading.delete(tag)),
    );
  return tag;
}
