import type { Migration } from '../migration.js';

/** Since when agents have their status, by the clock of the database. Processes of an older release leave it as it is. */
export const agentStatuses: Migration = {
  name: 'agent-statuses',
  sql: `
    ALTER TABLE connect_chat.agents ADD COLUMN status_since double precision;
  `,
};
