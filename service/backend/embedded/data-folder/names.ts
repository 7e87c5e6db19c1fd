/** Names of files and folders in a data folder, besides the configuration's `*.json`. */
export const dataFolderNames = {
  contacts: 'contacts',
  attachments: 'attachments',
  /** The folder of the contact index. It may be removed while the service is stopped: the next start fills it again. */
  contactIndex: 'contact-index',
  /** The socket through which commands on the same machine reach the running service. */
  controlSocket: 'control.sock',
  /** Exists during a restore, and after an interrupted one. */
  unfinished: 'restore-unfinished',
  inventory: 'inventory.json',
  epoch: 'epoch',
} as const;
