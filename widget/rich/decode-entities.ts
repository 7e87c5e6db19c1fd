const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/**
 * Decodes character references (CommonMark §2.5), each once. Of the named ones it knows those that HTML itself needs.
 */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hexadecimal?: string, name = '') => {
      if (name) return named.get(name as string) ?? whole;
      return character(decimal ? parseInt(decimal, 10) : parseInt(hexadecimal!, 16));
    },
  );

/** Numbers that are no characters become U+FFFD. */
function character(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
