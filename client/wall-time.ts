/** The time that people read, in milliseconds since 1970. The device's clock may be set at any moment: no duration uses it. */
export const wallTime = (): number => Date.now();
