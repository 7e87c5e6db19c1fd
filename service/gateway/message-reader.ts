import type { TObject } from 'typebox';
import type { FrameSchemas } from '../../shared/protocol/frame-schema.js';

/** A `message` frame; `contactId` is set on a socket of several contacts. */
export interface MessageFrame {
  type: 'message';
  clientToken: string;
  contentType: string;
  content: string;
  contactId?: string;
}

/**
 * Reads `message` frames as our clients write them: the members in the order of the schema, and nothing escaped. Null for
 * any other frame, also for a valid one: it is parsed and checked by its schema, which takes three times as long.
 */
export function messageReader({ message }: FrameSchemas): (text: string) => MessageFrame | null {
  if (!message) return () => null;
  const pattern = patternOf(message);
  const read = 'contactId' in message.properties ? readOfSeveral : readOfOne;
  return (text) => {
    const found = pattern.exec(text);
    return found && read(found);
  };
}

// Not destructured: the iterator would take as long as the rest.
const readOfOne = (found: RegExpExecArray): MessageFrame => ({
  type: 'message',
  clientToken: copied(found[1]!),
  contentType: found[2]!,
  content: found[3]!,
});

const readOfSeveral = (found: RegExpExecArray): MessageFrame => ({
  type: 'message',
  clientToken: copied(found[1]!),
  contentType: found[2]!,
  content: found[3]!,
  contactId: found[4]!,
});

/**
 * A copy of a part of a text. V8 keeps the whole text for its parts, and the contact's state keeps the tokens of all
 * messages.
 */
const copied = (part: string): string => ` ${part}`.slice(1);

/** Matches the text of a frame whose members have no escapes, so that each text is its own value. */
function patternOf({ properties }: TObject): RegExp {
  const { type: _, ...strings } = properties;
  const members = Object.entries(strings).map(([name, schema]) => {
    const { minLength = 0, maxLength = '' } = schema as { minLength?: number; maxLength?: number };
    return `"${name}":"([^"\\\\\\u0000-\\u001f]{${minLength},${maxLength}})"`;
  });
  return new RegExp(`^\\{"type":"message",${members.join()}\\}$`);
}
