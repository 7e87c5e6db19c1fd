import { numbered } from '../../contact/number-entries.js';
import type { Appended, ContactLog } from '../contact-log.js';

/** `append` of a log, by its `post`. */
export const appendByPost = (
  log: Pick<ContactLog, 'post'>,
  ...[contactId, expected, given, summary]: Parameters<ContactLog['append']>
): Promise<Appended> =>
  new Promise((resolve, reject) => {
    const entries = numbered(expected, given);
    log.post(
      { contactId, expected, entries, summary },
      {
        stored: () => resolve({ ok: true, entries }),
        outdated: (lastSeq) => resolve({ ok: false, lastSeq }),
        failed: reject,
      },
    );
  });
