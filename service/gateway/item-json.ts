import type { Entry } from '../contact/entry.js';
import { toItem } from '../contact/to-item.js';

/** One entry is shown to several sockets, one after the other: it is turned into JSON once. */
let shown: { entry: Entry | null; json: string | null } = { entry: null, json: null };

/**
 * The members of an entry's `item` frame as JSON, without the braces around them: `"item":{…},"clientToken":"…"`, of one
 * by which an agent with a picture joins also `"pictureUrl":"…"`; null where the entry is not shown. Edges put their own members before it.
 */
export function itemJson(contactId: string, entry: Entry): string | null {
  if (shown.entry === entry) return shown.json;
  const item = toItem(contactId, entry);
  const json =
    item === null ? null : `"item":${JSON.stringify(item)}${tokenJson(entry)}${pictureJson(entry)}`;
  shown = { entry, json };
  return json;
}

const tokenJson = (entry: Entry): string =>
  'clientToken' in entry && entry.clientToken !== null
    ? `,"clientToken":${JSON.stringify(entry.clientToken)}`
    : '';

const pictureJson = (entry: Entry): string =>
  entry.kind === 'participant.joined' && entry.pictureUrl
    ? `,"pictureUrl":${JSON.stringify(entry.pictureUrl)}`
    : '';
