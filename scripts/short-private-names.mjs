import typescript from 'typescript';

/** What private names begin with once they are ordinary ones; nothing else in browser code begins so. */
const prefix = 'private_';

/** Which properties terser may give shorter names. */
export const shortenable = new RegExp(`^${prefix}`);

/**
 * Writes `#name` as an ordinary property, which terser then shortens. The oldest browsers know no private names (they
 * came with Firefox 90 and Safari 14.1), and what stands for them otherwise, a WeakMap each, costs bytes and time at
 * every use. That they are private is held by TypeScript.
 *
 * terser's names could be those of a class above, so a class that extends another gets none of them. In a direct
 * subclass of LitElement the names become `$0`, `$1` …: neither Lit nor the DOM has such a name.
 */
export const shortPrivateNames = {
  name: 'short-private-names',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('#')) return null;
    return { code: withoutPrivateNames(code), map: null };
  },
};

/** TypeScript's text with each private name as a property's; throws where that could change what it does. */
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

/** The name of what a class extends; undefined where it extends nothing. */
const extended = ({ heritageClauses = [] }) =>
  heritageClauses
    .find(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword)
    ?.types[0].expression.getText();
