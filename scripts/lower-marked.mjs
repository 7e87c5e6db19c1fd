/**
 * Adapts marked's single file to the widget. marked attaches everything to one function, which prevents
 * tree-shaking of its parser and renderers, a third of it. It also calls methods that the oldest browsers
 * lack (`at` came with Chrome 92, Firefox 90 and Safari 15.4, `Object.hasOwn` with Chrome 93, Firefox 92 and
 * Safari 15.4).
 */
export const lowerMarked = {
  name: 'lower-marked',
  transform(code, id) {
    if (!/[\\/]node_modules[\\/]marked[\\/]/.test(id)) return null;
    return { code: lower(code, (text) => this.parse(text)), map: null };
  },
};

/** Replacements for `Object.hasOwn` and `at`. */
const older =
  'const hasOwnOf = (of, name) => Object.prototype.hasOwnProperty.call(of, name), lastOf = (list) => (list ? list[list.length - 1] : undefined);\n';

/** The code up to the Lexer, which uses nothing after it, rewritten for the oldest browsers. */
export function lower(code, parse) {
  const { body } = parse(code);
  const name = exportedAs(body, 'Lexer');
  const last = body.find((node) => declares(node, name));
  const edits = [];
  for (const node of body) if (node.end <= last.end) collect(node, null, edits);
  let text = code.slice(0, last.end);
  for (const { start, end, by } of edits.sort((a, b) => b.start - a.start || b.end - a.end))
    text = text.slice(0, start) + by + text.slice(end);
  return `${older}${text}\nexport { ${name} as Lexer };\n`;
}

function exportedAs(body, name) {
  const specifiers = body.flatMap((node) => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []));
  return specifiers.find(({ exported }) => exported.name === name).local.name;
}

const declares = (node, name) =>
  node.type === 'VariableDeclaration'
    ? node.declarations.some(({ id }) => id.name === name)
    : /^(?:Function|Class)Declaration$/.test(node.type) && node.id.name === name;

/** Finds the expressions to replace, at any depth. */
function collect(node, parent, edits) {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') edit(node, parent, edits);
  for (const inner of Object.values(node).flat())
    if (inner && typeof inner.type === 'string') collect(inner, node, edits);
}

function edit({ callee, arguments: given, end }, parent, edits) {
  const { object, property, optional, start } = callee;
  if (object.name === 'Object' && property.name === 'hasOwn')
    edits.push({ start, end: callee.end, by: 'hasOwnOf' });
  if (property.name !== 'at') return;
  const isLast = given.length === 1 && given[0].operator === '-' && given[0].argument.value === 1;
  // In an optional chain, everything after the call would have to be skipped with it.
  const isWhole = !optional || parent.type === 'ChainExpression';
  if (!isLast || !isWhole) throw new Error('marked uses "at" in a way that is not known here.');
  edits.push({ start, end: start, by: 'lastOf(' }, { start: object.end, end, by: ')' });
}
