import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt, isRunnable, mayInstall } from './browser.mjs';

const debianFolder = '/usr/lib/postgresql';
const oldestVersion = 15;

const isWhole = (folder) => ['initdb', 'postgres'].every((name) => isRunnable(join(folder, name)));

/**
 * The folder of PostgreSQL's programs that the tests start servers of their own with: `POSTGRES_BIN`, or Debian's newest
 * version; null where there is none.
 */
export function findPostgres() {
  const chosen = process.env.POSTGRES_BIN;
  if (chosen) return isWhole(chosen) ? chosen : null;
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  const folders = versions
    .filter((version) => version >= oldestVersion)
    .sort((a, b) => b - a)
    .map((version) => join(debianFolder, String(version), 'bin'));
  return folders.find(isWhole) ?? null;
}

/** The same, installed from Debian's packages first where that is needed and possible. */
export function ensurePostgres() {
  const found = findPostgres();
  if (found || process.env.POSTGRES_BIN) return found;
  if (!mayInstall()) return null;
  console.log('No PostgreSQL found: installing it with apt-get …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'postgresql');
  return findPostgres();
}

/** Debian puts it where only root's PATH leads. */
const poolerFolders = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].filter(Boolean);

/** The program of PgBouncer, through which some tests reach PostgreSQL: `PGBOUNCER_PATH`, or the first on the PATH; or null. */
export function findPgBouncer() {
  const chosen = process.env.PGBOUNCER_PATH;
  if (chosen) return isRunnable(chosen) ? chosen : null;
  return (
    poolerFolders()
      .map((folder) => join(folder, 'pgbouncer'))
      .find(isRunnable) ?? null
  );
}

/** The same, installed from Debian's packages first where that is needed and possible. */
export function ensurePgBouncer() {
  const found = findPgBouncer();
  if (found || process.env.PGBOUNCER_PATH) return found;
  if (!mayInstall()) return null;
  console.log('No PgBouncer found: installing it with apt-get …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'pgbouncer');
  return findPgBouncer();
}

/** What a run without PgBouncer says. */
export const pgBouncerMissing =
  "PgBouncer was not found, and it could not be installed (that needs root and apt-get): install Debian's package pgbouncer, or name the program in PGBOUNCER_PATH.";

/** What a run without PostgreSQL says. */
export const postgresMissing = `PostgreSQL ${oldestVersion} or newer was not found, and it could not be installed (that needs root and apt-get): install Debian's package postgresql, or name the folder of initdb and postgres in POSTGRES_BIN.`;
