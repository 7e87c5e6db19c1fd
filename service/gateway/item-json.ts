import type { ShownItem } from '../participant/shown-item.js';

/** An item is shown to several sockets in succession, so its JSON is cached. */
let latest: { shown: ShownItem | null; json: string } = { shown: null, json: '' };

/**
 * The members of an `item` frame as JSON without braces: `"item":{…},"clientToken":"…"`, and
 * `"pictureUrl":"…"` if an agent with a picture joins. Sockets put their own members before it.
 */
export function itemJson(shown: ShownItem): string {
  if (latest.shown === shown) return latest.json;
  const { clientToken, pictureUrl } = shown;
  const token = clientToken === null ? '' : `,"clientToken":${JSON.stringify(clientToken)}`;
  const picture = pictureUrl === undefined ? '' : `,"pictureUrl":${JSON.stringify(pictureUrl)}`;
  const json = `"item":${shown.json}${token}${picture}`;
  latest = { shown, json };
  return json;
}
