/** The texts that are there before a visitor talks; everything else is in the strings of a language. */
export const launcherStrings = {
  startChat: 'Start chat',
  closeChat: 'Close',
  newMessages: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  unavailable: 'The chat cannot be loaded at the moment. Try again in a little while.',
};
