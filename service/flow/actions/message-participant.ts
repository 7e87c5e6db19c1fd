import { Type } from 'typebox';
import { limits } from '../../../shared/limits.js';
import type { ActionKind } from '../action.js';

/** "Send message": sends a text to the customer. Prompts, SSML and media are for voice. */
export const messageParticipant: ActionKind = {
  type: 'MessageParticipant',
  parameters: Type.Object(
    { Text: Type.String({ minLength: 1, maxLength: 4096 }) },
    { additionalProperties: false },
  ),
  run({ parameters }) {
    const content = String(parameters.Text);
    // A reference can make the text empty, or longer than a message may be.
    if (content === '' || content.length > limits.messageCharacters)
      return { go: 'error', errorType: 'NoMatchingError' };
    return { go: 'on', effects: [{ type: 'message', contentType: 'text/plain', content }] };
  },
};
