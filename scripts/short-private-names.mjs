import typescript from 'typescript';

/** The prefix of private names that became ordinary ones. No other name in browser code begins with it. */
const prefix = 'private_';

/** The properties that terser may shorten. */
export const shortenable = new RegExp(`^${prefix}`);

/**
 * Rewrites `#name` to an ordinary property, which terser then shortens. The oldest browsers lack private
 * names (they came with Firefox 90 and Safari 14.1), and their usual substitute, a WeakMap for each, costs
 * bytes and time at every use. TypeScript still enforces that they are private.
 *
 * The names are numbered in each class: an object has those of one class only, so all classes share the few
 * shortest names. terser's names could collide with those of a base class, so a class that extends another
 * must not have private names. Direct subclasses of LitElement are exempt: their names become `$0`, `$1` …,
 * which neither Lit nor the DOM uses.
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

/** The name of the base class; undefined if there is none. */
const extended = ({ heritageClauses = [] }) =>
  heritageClauses
    .find(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword)
    ?.types[0].expression.getText();
