/** A number as text for people: `1,024`. */
export const inWords = (value: number): string => value.toLocaleString('en');

/** A size as text for people: in whole MiB, or in whole KiB if it is smaller. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1024 ** 2 ? `${bytes / 1024} KiB` : `${bytes / 1024 ** 2} MiB`;
