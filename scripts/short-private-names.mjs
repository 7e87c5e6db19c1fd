import typescript from 'typescript';

/** What private names begin with once they are ordinary ones; nothing else in browser code begins so. */
const prefix = 'private_';

/** Which properties terser may give shorter names. */
export const shortenable = new RegExp(`^${prefix}`);

/**
 * Writes `#name` as an ordinary property, which terser then shortens. The oldest browsers know no private names (they
 * came with Firefox 90 and Safari 14.1), and what stands for them otherwise, a WeakMap each, costs bytes and time at
 * every use. That they are private is held by TypeScript. Only in classes that extend nothing: a shortened name could
 * meet one of the class above.
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
  const starts = [];
  const visit = (node) => {
    if (typescript.isPrivateIdentifier(node)) {
      check(node);
      starts.push(node.getStart(source));
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return starts.reduceRight(
    (text, start) => `${text.slice(0, start)}${prefix}${text.slice(start + 1)}`,
    code,
  );
}

function check({ parent, text }) {
  if (typescript.isBinaryExpression(parent)) throw new Error(`${text} in … asks for a name that is private.`);
  const isMember = typescript.isClassLike(parent.parent) && parent.parent.members.includes(parent);
  if (
    isMember &&
    parent.parent.heritageClauses?.some(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword)
  )
    throw new Error(`${text} is in a class that extends another: say private there.`);
}
