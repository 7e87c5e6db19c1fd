/** The list in parts that one socket may be sent at once: beyond, it hears of its rate and of nothing else. */
export const inParts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / partSize) }, (_, index) =>
    list.slice(index * partSize, (index + 1) * partSize),
  );
const partSize = 150;
