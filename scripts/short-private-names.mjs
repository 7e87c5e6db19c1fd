import typescript from 'typescript';

/** The prefix of private names that became ordinary ones. No other name in browser code begins with it. */
const prefix = 'private_';

/** The properties that terser may shorten. */
export const shortenable = new RegExp(`^${prefix}`);

/**
 * Rewrites `#name` to an ordinary property, which terser then shortens. The oldest browsers lack private
 * names (they came with Firefox 90 and Safari 14.1), and their usual substitute, a WeakMap for each, costs
 * bytes and time at every use. TypeScript still enforces that they are private.
 * terser's names could collide with those of a base class, so a class that extends another must not have
 * private names. Direct subclasses of LitElement are exempt: their names become `$0`, `$1` …, which neither
 * Lit nor the DOM uses.
 */
export const shortPrivateNames = {
  name: 'short-private-names',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('#')) return null;
    return { code: withoutPrivateNames(code), map: null };
  },
};

/**
 * TypeScript's text with each private name as an ordinary property. Throws if that could change the code's
 * behaviour.
 */
export function withoutPrivateNames(code) {
  const source = typescript.createSourceFile('', code, typescript.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (typescript.isPrivateIdentifier(node)) {
      check(node);
      found.push(node);
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  const inElements = new Map();
  for (const { text, parent } of found)
    if (isMember(parent) && extended(parent.parent) && !inElements.has(text))
      inElements.set(text, `$${inElements.size.toString(36)}`);
  return found.reduceRight((code, node) => {
    const name = inElements.get(node.text) ?? `${prefix}${node.text.slice(1)}`;
    return `${code.slice(0, node.getStart(source))}${name}${code.slice(node.getEnd())}`;
  }, code);
}

function check({ parent, text }) {
  if (typescript.isBinaryExpression(parent)) throw new Error(`${text} in … asks for a name that is private.`);
  if (isMember(parent) && !['LitElement', undefined].includes(extended(parent.parent)))
    throw new Error(`${text} is in a class that extends another: say private there.`);
}

const isMember = (node) => typescript.isClassLike(node.parent) && node.parent.members.includes(node);

/** The name of the base class; undefined if there is none. */
const extended = ({ heritageClauses = [] }) =>
  heritageClauses
    .find(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword)
    ?.types[0].expression.getText();
