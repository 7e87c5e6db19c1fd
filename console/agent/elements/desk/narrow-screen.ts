/** Whether the screen has room for the list or a chat, but not for both; the styles of the desk say the same. */
export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;
