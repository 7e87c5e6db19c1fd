import { toSafeLink } from '../../shared/safe-link.js';

/** A piece of a text; with `href` it is a link to it. */
export interface TextPart {
  text: string;
  href?: string;
}

/** Ends a sentence around a link, or opens what the link does not hold: no link ends with one of these. */
const notLast = /[.,:;!?'"*_~([{]/;

/** Cuts a plain text into what is a link to a website, and what is none. The parts joined are the text again. */
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

/** How much of a piece is the link: no punctuation at its end, and no bracket that was opened before it. */
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
