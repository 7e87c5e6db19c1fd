import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "Disconnect": ends the chat. */
export const disconnectParticipant: ActionKind = {
  type: 'DisconnectParticipant',
  parameters: Type.Object({}, { additionalProperties: false }),
  isTerminal: true,
  run: () => ({ go: 'over', effects: [{ type: 'disconnect' }] }),
};
