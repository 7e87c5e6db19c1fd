import { limitVariables } from '../service/limits/limit-settings.js';

/** The environment of a service under measurement, for thousands of clients from one address: loopback. */
export const withoutLimits: Record<string, string> = Object.fromEntries(
  Object.values(limitVariables).map((variable) => [variable, 'off']),
);
