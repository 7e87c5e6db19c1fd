import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens, type TokensList } from 'marked';
import { decodeEntities } from './decode-entities.js';
import { renderLink } from './render-link.js';

/** The most characters that are parsed; messages are shorter. */
const charactersAtMost = 16_384;
/** The deepest nesting that is rendered; deeper markup is shown as text. */
const depthAtMost = 16;

type Rendered = TemplateResult | string | typeof nothing;

/**
 * Renders Markdown as a template; null if it is too long or too deep to parse. Each kind of token has a template
 * here; other tokens are shown as text, so that nothing unsafe is rendered and nothing is lost.
 */
export function renderMarkdown(text: string): Rendered[] | null {
  if (text.length > charactersAtMost) return null;
  try {
    // A single line break of a chat message breaks the line, unlike in Markdown documents.
    const tokens: TokensList = new Lexer({ gfm: true, breaks: true }).lex(text);
    return blocks(tokens, 0);
  } catch {
    // Thousands of nested quotes overflow the stack.
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
    // The text of a list item without paragraphs.
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

/** A single word after a fence names a language; more words, or a block of nothing else, are text. */
function code(token: Tokens.Code): TemplateResult {
  if (!token.text || /\s/.test(token.lang ?? '')) return asIs(token);
  return html`<pre dir="ltr"><code>${token.text}</code></pre>`;
}

/** Shows the source of HTML, tables, definitions of references, and markup that is too deep. */
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
    // A backslash, and the character that it escapes.
    case 'escape':
      return (token as Tokens.Escape).text;
    // Only the raw text contains each entity once; the other text is prepared for HTML.
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

/** Pictures are links: loading one would tell its host who reads the message, and when. */
function image({ href, text, raw }: Tokens.Image): Rendered {
  const address = decodeEntities(href);
  return renderLink(address, decodeEntities(text) || address) ?? raw;
}
