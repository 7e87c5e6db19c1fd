const dayMilliseconds = 24 * 60 * 60 * 1000;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** A short time for a list: the clock's within a day, the date before that. Both in milliseconds since 1970. */
export const toTimeLabel = (time: number, now: number): string =>
  (now - time < dayMilliseconds ? clock : day).format(time);

const whole = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Day and time, for a detail. */
export const toWholeTimeLabel = (time: number): string => whole.format(time);
