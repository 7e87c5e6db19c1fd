/** The detector's position in the document before the first element. */
type Place = 'between' | 'comment' | 'instruction' | 'doctype' | 'quoted';

/** The longest token that must be seen as a whole: `<!DOCTYPE svg` and one more character. */
const beginningAtMost = 64;
const svgElement = /^<(?:[\w.-]+:)?svg[\s/>]/i;
const svgDoctype = /^<!DOCTYPE\s+(?:[\w.-]+:)?svg[\s[>]/i;

/**
 * Detects SVG in a stream of text: the first element or the document type is `svg`. What XML allows before it
 * (white space, comments, instructions, a document type with declarations) may have any length; the detector
 * keeps only the last few characters.
 */
export class SvgDetector {
  #rest = '';
  #place: Place = 'between';
  #quote = '';
  /** Number of open brackets in a document type and its declarations. */
  #depth = 0;

  /** True or false once it is known, null while more text is needed. `isEnd` marks the last piece. */
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

  /** The place that follows a comment or an instruction. */
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

  /** Continues after the ending; keeps what may be its beginning. */
  #skipTo(ending: string, next: Place): void {
    const at = this.#rest.indexOf(ending);
    if (at < 0) {
      this.#rest = this.#rest.slice(-(ending.length - 1) || this.#rest.length);
      return;
    }
    this.#rest = this.#rest.slice(at + ending.length);
    this.#place = next;
  }

  /** A document type ends when all its brackets are closed; brackets in quotes and comments don't count. */
  #inDoctype(): void {
    const at = this.#rest.search(/["'<>[\]]/);
    if (at < 0) {
      this.#rest = '';
      return;
    }
    // `<!--` must be seen as a whole.
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
