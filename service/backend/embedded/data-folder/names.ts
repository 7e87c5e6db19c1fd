/** Names of files and folders in a data folder, besides the configuration's `*.json`. */
export const dataFolderNames = {
  contacts: 'contacts',
  attachments: 'attachments',
  /** The socket through which commands on the same machine reach the running service. */
  controlSocket: 'control.sock',
  /** Exists during a restore, and after an interrupted one. */
  unfinished: 'restore-unfinished',
  inventory: 'inventory.json',
  epoch: 'epoch',
} as const;
