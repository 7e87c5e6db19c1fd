import { html, nothing } from 'lit';
import { photoKind, tagFor } from '../rich/load-rich.js';

/** A person's picture over its fallback; nothing without an address. Loads the element. */
export function renderPhoto(address: string | undefined) {
  if (!address) return nothing;
  tagFor(photoKind);
  return html`<connect-chat-photo .address=${address}></connect-chat-photo>`;
}
