/** Splits the list into parts that one socket may send at once without exceeding its rate limit. */
export const inParts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / partSize) }, (_, index) =>
    list.slice(index * partSize, (index + 1) * partSize),
  );
const partSize = 150;
