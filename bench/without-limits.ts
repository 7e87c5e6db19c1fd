import { limitVariables } from '../service/limits/limit-settings.js';

/** The environment of a service that is measured with thousands of clients of one address: loopback. */
export const withoutLimits: Record<string, string> = Object.fromEntries(
  Object.values(limitVariables).map((variable) => [variable, 'off']),
);
