const units = ['byte', 'kilobyte', 'megabyte'] as const;
const step = 1024;

/** Formats a number of bytes in a language (BCP 47): "192 bytes", "1.4 MB". */
export function sizeText(bytes: number, language: string): string {
  const power = bytes < step ? 0 : bytes < step ** 2 ? 1 : 2;
  const number = Math.round((bytes / step ** power) * 10) / 10;
  try {
    // The short form of `byte` has no plural.
    const options = { style: 'unit', unit: units[power], unitDisplay: power ? 'short' : 'long' } as object;
    return new Intl.NumberFormat(language, options).format(number);
  } catch {
    // Safari supports units since 14.1.
    return `${number} ${['B', 'KB', 'MB'][power]}`;
  }
}
