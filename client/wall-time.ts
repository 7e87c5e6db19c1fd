/**
 * The time for people to read, in milliseconds since 1970. The device's clock may be changed at any time: don't
 * compute durations from it.
 */
export const wallTime = (): number => Date.now();
