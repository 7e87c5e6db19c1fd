import type { TranscriptItem } from '../../shared/transcript-item.js';
import { absoluteTime } from '../contact/absolute-time.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf, type RoleRights } from '../contact/roles.js';
import type { ParticipantView } from './participant-view.js';
import type { Who } from './who.js';
import { shownItem, shownNote } from './shown-item.js';

/** Shows an entry to a participant with these rights. Some entries are hidden from some rights. */
export function showEntry(
  entry: Entry,
  { contactId, participantId }: Who,
  rights: RoleRights,
  view: ParticipantView,
): void {
  switch (entry.kind) {
    case 'marked':
      return view.receipt(entry);
    case 'survey.answered':
      if (rights.seesNotes) view.survey?.({ ...entry.survey, at: absoluteTime(entry.at) });
      return;
    case 'customer.gone':
      if (rights.seesNotes) view.customerPresence?.(absoluteTime(entry.since));
      return;
    case 'customer.back':
      if (rights.seesNotes) view.customerPresence?.(null);
      return;
    case 'wrap-up.started': {
      const { until, dispositions, tags } = entry;
      if (entry.participantId === participantId)
        view.wrapUp?.({ until: absoluteTime(until), dispositions, tags });
      return;
    }
    case 'wrap-up.finished':
      if (entry.participantId === participantId) view.wrapUp?.(null);
      return;
    case 'note':
      if (rights.seesNotes) view.item(shownNote(contactId, entry));
      return;
    case 'participant.left':
      // Whoever doesn't work here reads one line about a transfer, not two.
      if (entry.isTransfer && !rights.seesNotes) return;
      return showItem(entry, contactId, view);
    default:
      return showItem(entry, contactId, view);
  }
}

function showItem(entry: Entry, contactId: string, view: ParticipantView): void {
  const shown = shownItem(contactId, entry);
  if (shown && (entry.kind === 'message' || !isHidden(shown.item))) view.item(shown);
}

/** Events about an invisible participant are hidden; messages from one are shown. */
const isHidden = ({ type, participantRole: role }: TranscriptItem): boolean =>
  type === 'EVENT' && role !== null && !rightsOf({ role }).isVisible;
