export function findPostgres(): string | null;
export function ensurePostgres(): string | null;
export const postgresMissing: string;
export function findPgBouncer(): string | null;
export function ensurePgBouncer(): string | null;
export const pgBouncerMissing: string;
