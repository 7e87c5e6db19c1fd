import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens, type TokensList } from 'marked';
import { decodeEntities } from './decode-entities.js';
import { renderLink } from './render-link.js';

/** Longer texts than this are shown as they are: no message is. */
const charactersAtMost = 16_384;
/** Deeper than this, lists, quotes and emphasis are shown as they are written. */
const depthAtMost = 16;

type Rendered = TemplateResult | string | typeof nothing;

/**
 * A text in Markdown as a template, or null where it is too much to be looked into. Every kind of token has its own
 * template here; one that has none is shown as the text it is, so that nothing gets in and nothing is lost.
 */
export function renderMarkdown(text: string): Rendered[] | null {
  if (text.length > charactersAtMost) return null;
  try {
    // A line break of a chat message is one, other than in a document.
    const tokens: TokensList = new Lexer({ gfm: true, breaks: true }).lex(text);
    return blocks(tokens, 0);
  } catch {
    // Thousands of quotes in each other: more than the stack holds.
    return null;
  }
}

const blocks = (tokens: readonly Token[] = [], depth: number): Rendered[] =>
  tokens.map((token) => (depth > depthAtMost ? asIs(token) : block(token as Tokens.Generic, depth)));

function block(token: Tokens.Generic, depth: number): Rendered {
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return nothing;
    case 'paragraph':
      return html`<p>${inlines(token.tokens, depth)}</p>`;
    case 'heading':
      return html`<p><strong>${inlines(token.tokens, depth)}</strong></p>`;
    // What stands in an item of a list without paragraphs.
    case 'text':
      return html`${token.tokens ? inlines(token.tokens, depth) : decodeEntities(token.raw)}`;
    case 'blockquote':
      return html`<blockquote>${blocks(token.tokens, depth + 1)}</blockquote>`;
    case 'code':
      return code(token as Tokens.Code);
    case 'hr':
      return html`<hr />`;
    case 'list':
      return list(token as Tokens.List, depth + 1);
    default:
      return asIs(token);
  }
}

/** The word after a fence names a language; more words than that are somebody's text, and so is a block of nothing else. */
function code(token: Tokens.Code): TemplateResult {
  if (!token.text || /\s/.test(token.lang ?? '')) return asIs(token);
  return html`<pre dir="ltr"><code>${token.text}</code></pre>`;
}

/** Markup, tables, definitions of references, and what is too deep. */
const asIs = ({ raw }: Token): TemplateResult => html`<p class="as-is">${raw.replace(/\n+$/, '')}</p>`;

function list({ ordered, start, items }: Tokens.List, depth: number): TemplateResult {
  const contents = items.map(({ tokens, task, checked }) => {
    const box = task ? (checked ? '☑ ' : '☐ ') : nothing;
    return html`<li>${box}${blocks(tokens, depth)}</li>`;
  });
  if (!ordered)
    return html`<ul>
      ${contents}
    </ul>`;
  const last = Number(start) + items.length;
  return html`<ol start=${start} class=${last > 99 ? 'long' : nothing}>
    ${contents}
  </ol>`;
}

const inlines = (tokens: readonly Token[] = [], depth: number): Rendered[] =>
  tokens.map((token) => (depth > depthAtMost ? token.raw : inline(token as Tokens.Generic, depth + 1)));

function inline(token: Tokens.Generic, depth: number): Rendered {
  const inner = (): Rendered[] => inlines(token.tokens, depth);
  switch (token.type) {
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'del':
      return html`<del>${inner()}</del>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    // A backslash, and what it keeps from meaning something.
    case 'escape':
      return (token as Tokens.Escape).text;
    // Only the raw text has each entity once: the other is on its way to be HTML.
    case 'text':
      return decodeEntities(token.raw);
    case 'link':
      return link(token as Tokens.Link, inner);
    case 'image':
      return image(token as Tokens.Image);
    default:
      return token.raw;
  }
}

function link({ href, text, raw, autolink }: Tokens.Link & { autolink?: boolean }, inner: () => Rendered[]) {
  if (autolink) return renderLink(href, text) ?? raw;
  return renderLink(decodeEntities(href), inner()) ?? raw;
}

/** No picture is loaded from where a message says: that would tell its host who reads it, and when. */
function image({ href, text, raw }: Tokens.Image): Rendered {
  const address = decodeEntities(href);
  return renderLink(address, decodeEntities(text) || address) ?? raw;
}
