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
 * The names are numbered in each class: an object has those of one class only, so all classes share the few shortest
 * names. terser's names could be those of a class above, so a class that extends another gets none of them. In a direct
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
  const shortNames = createShortNames();
  const replaced = found.map((node) => [node, shortNames(node)]);
  return replaced.reduceRight(
    (code, [node, name]) => `${code.slice(0, node.getStart(source))}${name}${code.slice(node.getEnd())}`,
    code,
  );
}

/** Gives the property for a private name: numbered in the class that declares it. */
function createShortNames() {
  const classes = new Map();
  return (node) => {
    const owner = declaringClass(node);
    if (!classes.has(owner)) classes.set(owner, new Map());
    const names = classes.get(owner);
    if (!names.has(node.text)) names.set(node.text, names.size.toString(36));
    return `${extended(owner) ? '$' : prefix}${names.get(node.text)}`;
  };
}

/** The innermost class around a private name that declares it. */
function declaringClass({ text, parent }) {
  for (let node = parent; node; node = node.parent)
    if (typescript.isClassLike(node) && node.members.some(({ name }) => name?.text === text)) return node;
  throw new Error(`${text} is declared in no class.`);
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
