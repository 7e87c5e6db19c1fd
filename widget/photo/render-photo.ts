import { html, nothing } from 'lit';
import { photoKind, tagFor } from '../rich/load-rich.js';

/** A person's picture over what stands for the person; nothing where there is none. Its element is loaded at need. */
export function renderPhoto(address: string | undefined) {
  if (!address) return nothing;
  tagFor(photoKind);
  return html`<connect-chat-photo .address=${address}></connect-chat-photo>`;
}
