/** Files and folders of a data folder, beside the configuration's `*.json`. */
export const dataFolderNames = {
  contacts: 'contacts',
  attachments: 'attachments',
  /** Where commands on the same machine reach the running service. */
  controlSocket: 'control.sock',
  /** Exists while a restore is under way, and after one that did not finish. */
  unfinished: 'restore-unfinished',
  inventory: 'inventory.json',
  epoch: 'epoch',
} as const;
