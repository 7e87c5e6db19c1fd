import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { isOtherDay } from './time-text.js';

/** Milliseconds within which messages of one participant form a group. */
const groupedWithin = 300_000;

/** Whether a message belongs to the group of the item before it: then it shows neither name nor time. */
export function isGrouped(before: TranscriptItem, item: TranscriptItem): boolean {
  const isSame = before.type !== 'EVENT' && before.participantId === item.participantId;
  const apart = Date.parse(item.absoluteTime) - Date.parse(before.absoluteTime);
  return isSame && apart < groupedWithin && !isOtherDay(before.absoluteTime, item.absoluteTime);
}
