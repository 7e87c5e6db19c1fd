import { toSafeLink } from '../../shared/safe-link.js';

/** A part of a text; a link if it has `href`. */
export interface TextPart {
  text: string;
  href?: string;
}

/** Characters that do not end a link: punctuation of the sentence around it, and opening brackets. */
const notLast = /[.,:;!?'"*_~([{]/;

/** Splits a plain text into links to websites and other parts. The joined parts are the text. */
export function linkedText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  const add = (text: string, href?: string): unknown => text && parts.push({ text, href });
  text.split(/(\bhttps?:\/\/[^\s<>]+)/i).forEach((piece, index) => {
    const end = index % 2 ? linkLength(piece) : 0;
    const link = piece.slice(0, end);
    add(link, toSafeLink(link));
    add(piece.slice(end));
  });
  return parts;
}

/**
 * Returns the length of the link: without punctuation at its end, and without a bracket that was opened before it.
 */
function linkLength(piece: string): number {
  const open: number[] = [];
  let length = 0;
  for (let index = 0; index < piece.length; index += 1) {
    const bracket = '([{)]}'.indexOf(piece[index]!);
    if (bracket > 2 && open.pop() !== bracket - 3) break;
    if (bracket >= 0 && bracket < 3) open.push(bracket);
    if (!notLast.test(piece[index]!)) length = index + 1;
  }
  return length;
}
