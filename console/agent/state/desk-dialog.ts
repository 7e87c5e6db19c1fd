/** A dialog that is about no chat: the command palette, or the list of keyboard shortcuts. */
export type DeskDialog = 'palette' | 'keys';
