import type { EmbeddedBackend } from '../backend/embedded/open-embedded.js';
import { checkFolder } from './check-folder.js';
import type { BackUp, Check } from './control-socket.js';
import { writeBackup } from './write-backup.js';

/** The operations of commands on the whole data folder while the service runs on it. */
export const wholeFolder = (
  dataDir: string,
  { records }: Pick<EmbeddedBackend, 'records'>,
): { backUp: BackUp; check: Check } => ({
  backUp: (folder, signal, onProgress) => writeBackup({ dataDir, records, folder, signal, onProgress }),
  check: (signal, onProgress) => checkFolder({ dataDir, records, signal, onProgress }),
});
