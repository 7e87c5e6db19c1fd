import type { AuditEntry } from '../../../../shared/audit-entry.js';

const verbs: Record<string, string> = { POST: 'Added', PUT: 'Saved', PATCH: 'Changed', DELETE: 'Deleted' };
/** What requests are about, by the end of their route without ids. */
const things: Record<string, string> = {
  widgets: 'widget',
  'widgets/keys': 'security key of a widget',
  flows: 'contact flow',
  queues: 'queue',
  agents: 'account',
  'status-reasons': 'reason for being away',
  'canned-replies': 'canned reply',
  contacts: 'contact',
  retention: 'retention',
};
/** Requests that are not about adding, changing or deleting something. */
const sentences: Record<string, string> = {
  'POST session': 'Signed in',
  'POST setup': 'Created the first account',
  'POST contacts/end': 'Ended contacts',
};

/** Returns what an entry of the audit log says, in a few words: "Saved queue". An unknown request is named as it is. */
export function auditText({ action }: Pick<AuditEntry, 'action'>): string {
  const [method = '', route = ''] = action.split(' ');
  const path = route
    .replace(/^\/api\//, '')
    .split('/')
    .filter((part) => !part.startsWith(':'))
    .join('/');
  const thing = things[path];
  return sentences[`${method} ${path}`] ?? (thing ? `${verbs[method] ?? method} ${thing}` : action);
}
