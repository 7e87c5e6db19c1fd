import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../test/support/postgres/server.js';
import { temporaryFolder } from '../../test/support/temporary-folder.js';

/** Sums since the store was made. */
export interface StoreReading {
  /** Bytes of tables with their indexes, or of files. */
  stored: number;
  /** Bytes of PostgreSQL's journal (WAL). */
  journal: number;
  /** Statements that PostgreSQL has executed. */
  statements: number;
}

export interface Store {
  environment: Record<string, string>;
  read(): Promise<StoreReading>;
  close(): Promise<void>;
}

export async function openPostgresStore(): Promise<Store> {
  const server = await startPostgres({
    isDurable: true,
    settings: ['shared_preload_libraries=pg_stat_statements', 'autovacuum=off'],
  });
  const url = await server.createDatabase();
  const name = new URL(url).pathname.slice(1);
  await server.run(name, 'CREATE EXTENSION pg_stat_statements');
  return {
    environment: { DATABASE_URL: url, DATA_DIR: temporaryFolder() },
    async read() {
      const [row] = await server
        .run<{ stored: string; journal: string; statements: string }>(
          name,
          `SELECT
          (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
            WHERE relnamespace = 'connect_chat'::regnamespace AND relkind = 'r') AS stored,
          pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS journal,
          (SELECT sum(calls) FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND query NOT LIKE '%pg_stat_statements%') AS statements`,
        )
        .catch(() => [{ stored: '0', journal: '0', statements: '0' }]);
      return {
        stored: Number(row!.stored),
        journal: Number(row!.journal),
        statements: Number(row!.statements),
      };
    },
    close: () => server.close(),
  };
}

export async function openEmbeddedStore(): Promise<Store> {
  const folder = temporaryFolder();
  const bytesIn = (path: string): number =>
    readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return sum + bytesIn(inner);
      return sum + (statSync(inner, { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
  return {
    environment: { DATA_DIR: folder },
    read: async () => ({ stored: bytesIn(join(folder, 'contacts')), journal: 0, statements: 0 }),
    close: async () => undefined,
  };
}
