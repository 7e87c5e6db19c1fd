/** A statement that each connection prepares once, under its name. */
export interface Statement {
  name: string;
  text: string;
}

/** `name` is unique in the program; the text is trimmed, so that it may be indented. */
export const statement = (name: string, text: string): Statement => ({ name, text: text.trim() });
