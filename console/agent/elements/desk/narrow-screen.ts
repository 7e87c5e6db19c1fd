/** Whether the screen fits either the list or a chat, but not both. The styles of the desk use the same width. */
export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;
