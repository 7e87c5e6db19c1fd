import type { Migration } from './migration.js';
import { configuration } from './steps/configuration.js';
import { contactLog } from './steps/contact-log.js';
import { limits } from './steps/limits.js';
import { moves } from './steps/moves.js';
import { processes } from './steps/processes.js';
import { takingTurns } from './steps/taking-turns.js';

/** Every step, in the order in which they run. New ones come last. */
export const migrations: readonly Migration[] = [
  contactLog,
  configuration,
  processes,
  takingTurns,
  limits,
  moves,
];
