import { html, type TemplateResult } from 'lit';
import { toSafeLink } from '../../shared/safe-link.js';

/** A link that opens in a new tab; undefined if the address is not allowed. */
export function renderLink(address: string, content: unknown): TemplateResult | undefined {
  const href = toSafeLink(address);
  return href === undefined
    ? undefined
    : html`<a href=${href} target="_blank" rel="noopener noreferrer">${content}</a>`;
}
