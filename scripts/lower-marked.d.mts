/** marked up to its Lexer, in words that the oldest browsers know. */
export function lower(code: string, parse: (text: string) => unknown): string;
