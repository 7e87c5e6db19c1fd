/**
 * The start of a statement that only takes effect while this process ($1) has its lease. The lock on the row makes whoever
 * ends the lease wait for the statement, and the statement for them: no statement of a process whose lease was ended is
 * seen afterwards.
 */
export const fence = `fence AS MATERIALIZED (
  SELECT process_id FROM connect_chat.processes WHERE process_id = $1::uuid FOR KEY SHARE
)`;
