import { linkTarget, type LinkTarget } from './parse-interactive.js';
import { toSafeLink } from '../../shared/safe-link.js';

/** A part of a title; a link if it has `href`. */
export interface TitlePart {
  text: string;
  href?: string;
  target?: LinkTarget;
}

/** `[text](address)`, optionally followed by where the link opens. */
const link = /\[([^[\]]+)\]\(([^()\s]+)\)(?:<!--rehype:target=(_\w+)-->)?/;

/** Splits a template's title at its links. A link with an address that is not allowed stays as it is written. */
export function titledText(title: string): TitlePart[] {
  const parts: TitlePart[] = [];
  let rest = title;
  for (let found = link.exec(rest); found; found = link.exec(rest)) {
    const [whole, text, address, target] = found as unknown as [string, string, string, string | undefined];
    const href = toSafeLink(address);
    if (found.index > 0) parts.push({ text: rest.slice(0, found.index) });
    parts.push(href ? { text, href, target: linkTarget(target) } : { text: whole });
    rest = rest.slice(found.index + whole.length);
  }
  if (rest) parts.push({ text: rest });
  return parts;
}

/** The title without links, for buttons and labels. */
export const plainTitle = (title: string): string =>
  titledText(title)
    .map(({ text }) => text)
    .join('');
