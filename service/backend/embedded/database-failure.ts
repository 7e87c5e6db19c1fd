interface Failure {
  code?: string;
  message: string;
}

/** LevelDB's own error, which opening wraps. */
export const reasonOf = (error: unknown): Failure => ((error as Error).cause ?? error) as Failure;

/** Whether LevelDB found corrupt data. */
export const isCorruption = (error: unknown): boolean => reasonOf(error).code === 'LEVEL_CORRUPTION';

/** The sentence for the operator if a database can't be opened. Names its folder. */
export function openingFailure(folder: string, error: unknown): Error {
  const { code, message } = reasonOf(error);
  if (code === 'LEVEL_LOCKED') return new Error(`${folder} is in use by another process.`, { cause: error });
  if (isCorruption(error)) return damaged(folder, message, error);
  return new Error(`${folder} cannot be opened: ${message}`, { cause: error });
}

/** The sentence for the operator about a damaged path. */
export const damaged = (path: string, what: string, cause?: unknown): Error =>
  new Error(`${path} is damaged: ${what}. Restore it from a backup.`, { cause });
