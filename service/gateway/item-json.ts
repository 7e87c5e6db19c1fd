import type { ShownItem } from '../participant/shown-item.js';

/** One item is shown to several sockets, one after the other: it is turned into JSON once. */
let latest: { shown: ShownItem | null; json: string } = { shown: null, json: '' };

/**
 * The members of an item's `item` frame as JSON, without the braces around them: `"item":{…},"clientToken":"…"`, and of
 * one by which an agent with a picture joins `"pictureUrl":"…"`. Sockets put their own members before it.
 */
export function itemJson(shown: ShownItem): string {
  if (latest.shown === shown) return latest.json;
  const { item, clientToken, pictureUrl } = shown;
  const token = clientToken === null ? '' : `,"clientToken":${JSON.stringify(clientToken)}`;
  const picture = pictureUrl === undefined ? '' : `,"pictureUrl":${JSON.stringify(pictureUrl)}`;
  const json = `"item":${JSON.stringify(item)}${token}${picture}`;
  latest = { shown, json };
  return json;
}
