/** What stands at a place of a document before its first element. */
type Place = 'between' | 'comment' | 'instruction' | 'doctype' | 'quoted';

/** The longest beginning that has to be seen whole: `<!DOCTYPE svg` and one character more. */
const beginningAtMost = 64;
const svgElement = /^<(?:[\w.-]+:)?svg[\s/>]/i;
const svgDoctype = /^<!DOCTYPE\s+(?:[\w.-]+:)?svg[\s[>]/i;

/**
 * Finds out whether a document is SVG, from its text as it comes: its first element, or its document type, is `svg`. What
 * XML allows before that (white space, comments, instructions, a document type with declarations) may be of any length;
 * only the last few characters of it are held.
 */
export class SvgDetector {
  #rest = '';
  #place: Place = 'between';
  #quote = '';
  /** Open brackets of a document type, and declarations within it. */
  #depth = 0;

  /** True and false once it is known, null where more of the text is needed. `isEnd` says that there is no more. */
  feed(text: string, isEnd: boolean): boolean | null {
    this.#rest += text;
    for (;;) {
      const before = this.#rest.length;
      const place = this.#place;
      const known = this.#step(isEnd);
      if (known !== null) return known;
      if (this.#rest.length === before && this.#place === place) return isEnd ? false : null;
    }
  }

  #step(isEnd: boolean): boolean | null {
    if (this.#place === 'between') return this.#begin(isEnd);
    if (this.#place === 'comment') this.#skipTo('-->', this.#outer);
    else if (this.#place === 'instruction') this.#skipTo('?>', this.#outer);
    else if (this.#place === 'quoted') this.#skipTo(this.#quote, 'doctype');
    else this.#inDoctype();
    return null;
  }

  /** Where a comment or an instruction leads back to. */
  get #outer(): Place {
    return this.#depth > 0 ? 'doctype' : 'between';
  }

  #begin(isEnd: boolean): boolean | null {
    this.#rest = this.#rest.replace(/^\s+/, '');
    if (this.#rest === '') return null;
    if (!this.#rest.startsWith('<')) return false;
    if (this.#rest.length < beginningAtMost && !isEnd) return null;
    if (svgElement.test(this.#rest) || svgDoctype.test(this.#rest)) return true;
    if (this.#enter('<!--', 'comment') || this.#enter('<?', 'instruction')) return null;
    if (!/^<!DOCTYPE/i.test(this.#rest)) return false;
    this.#rest = this.#rest.slice('<!DOCTYPE'.length);
    this.#place = 'doctype';
    this.#depth = 1;
    return null;
  }

  #enter(opening: string, place: Place): boolean {
    if (!this.#rest.startsWith(opening)) return false;
    this.#rest = this.#rest.slice(opening.length);
    this.#place = place;
    return true;
  }

  /** Goes on behind the ending; keeps what may be the beginning of it. */
  #skipTo(ending: string, next: Place): void {
    const at = this.#rest.indexOf(ending);
    if (at < 0) {
      this.#rest = this.#rest.slice(-(ending.length - 1) || this.#rest.length);
      return;
    }
    this.#rest = this.#rest.slice(at + ending.length);
    this.#place = next;
  }

  /** A document type ends where all that was opened in it is closed; quotes, comments and instructions count for nothing. */
  #inDoctype(): void {
    const at = this.#rest.search(/["'<>[\]]/);
    if (at < 0) {
      this.#rest = '';
      return;
    }
    // `<!--` has to be seen whole.
    if (this.#rest[at] === '<' && this.#rest.length - at < 4) {
      this.#rest = this.#rest.slice(at);
      return;
    }
    const sign = this.#rest[at]!;
    this.#rest = this.#rest.slice(at);
    if (this.#enter('<!--', 'comment') || this.#enter('<?', 'instruction')) return;
    this.#rest = this.#rest.slice(1);
    if (sign === '"' || sign === "'") {
      this.#quote = sign;
      this.#place = 'quoted';
      return;
    }
    this.#depth += sign === '<' || sign === '[' ? 1 : -1;
    if (this.#depth === 0) this.#place = 'between';
  }
}
