// The types of the widget's npm package, in full: the sources derive some from schemas, whose library a website should not
// need for types alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const { SymbolFlags, TypeFlags } = typescript;
/** Types that are written once and named elsewhere, with the files that declare them. */
const named = {
  TranscriptItem: 'shared/transcript-item.ts',
  Customization: 'widget/configuration/customise.ts',
  ChatEventDetails: 'widget/events/chat-event.ts',
};
const head = '// Written by scripts/widget-types.mjs.\n';

/** The declaration files by their names. */
export function widgetTypes() {
  const writer = new TypeWriter();
  const interfaces = Object.entries(named).map(([name, file]) => writer.interface(name, file));
  const element = `${head}${interfaces.join('\n')}
${writer.element()}
declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-widget': ConnectChatWidget;
  }
  interface HTMLElementEventMap extends ConnectChatEvents {}
}
/** The element's events, which bubble and cross shadow roots. */
export type ConnectChatEvents = {
  [Name in keyof ChatEventDetails]: CustomEvent<ChatEventDetails[Name]>;
};
`;
  return { 'element.d.ts': element, 'index.d.ts': `${head}export * from './element.js';\n` };
}

class TypeWriter {
  #program = createProgram();
  #checker = this.#program.getTypeChecker();
  #names = new Map(Object.entries(named).map(([name, file]) => [this.#declared(name, file), name]));

  interface(name, file) {
    return `export interface ${name} ${this.#members(this.#declared(name, file), '')}\n`;
  }

  #declared(name, file) {
    return this.#checker.getDeclaredTypeOfSymbol(this.#exportOf(file, name));
  }

  /** The class, with the members that the manifest lists for pages. */
  element() {
    const file = 'widget/connect-chat-widget.ts';
    const symbol = this.#exportOf(file, 'ConnectChatWidget');
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    const lines = publicMembers().map((name) => this.#member(type.getProperty(name), '  '));
    return `/** A website's chat: a launcher, and the panel that it opens. */
export class ConnectChatWidget extends HTMLElement {
  /** The default of \`serviceUrl\`. */
  static defaultServiceUrl: string;
${lines.join('\n')}
}
`;
  }

  #exportOf(file, name) {
    const source = this.#program.getSourceFile(join(root, file));
    const found = this.#checker
      .getExportsOfModule(this.#checker.getSymbolAtLocation(source))
      .find((each) => each.name === name);
    if (!found) throw new Error(`${file} exports no ${name}.`);
    return found;
  }

  #member(symbol, indent) {
    const type = this.#checker.getTypeOfSymbol(symbol);
    const key = /^[A-Za-z_]\w*$/.test(symbol.name) ? symbol.name : `'${symbol.name}'`;
    const comment = typescript.displayPartsToString(symbol.getDocumentationComment(this.#checker));
    const doc = comment ? `${indent}/** ${comment.replace(/\s+/g, ' ')} */\n` : '';
    const [signature] = type.getCallSignatures();
    if (signature && symbol.flags & SymbolFlags.Method)
      return `${doc}${indent}${key}${this.#signature(signature, ':', indent)};`;
    const isOptional = symbol.flags & SymbolFlags.Optional;
    const text = this.#text(type, indent);
    return `${doc}${indent}${key}${isOptional ? `?: ${text.replace(/ \| undefined$/, '')}` : `: ${text}`};`;
  }

  #members(type, indent) {
    const members = type.getProperties().map((each) => this.#member(each, `${indent}  `));
    return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${indent}}`;
  }

  #signature(signature, arrow, indent) {
    const parameters = signature
      .getParameters()
      .map((each) => `${each.name}: ${this.#text(this.#checker.getTypeOfSymbol(each), indent)}`);
    return `(${parameters.join(', ')})${arrow} ${this.#text(signature.getReturnType(), indent)}`;
  }

  #text(type, indent) {
    const name = this.#names.get(type);
    if (name !== undefined) return name;
    // `boolean` is a union of its two values.
    if (type.isUnion() && !(type.flags & TypeFlags.Boolean)) return this.#union(type, indent);
    if (type.symbol?.name === 'Promise')
      return `Promise<${this.#text(this.#checker.getTypeArguments(type)[0], indent)}>`;
    if (this.#checker.isArrayType(type))
      return `Array<${this.#text(this.#checker.getTypeArguments(type)[0], indent)}>`;
    if (!(type.flags & TypeFlags.Object || type.isIntersection())) return this.#checker.typeToString(type);
    const [signature] = type.getCallSignatures();
    if (signature) return this.#signature(signature, ' =>', indent);
    const index = this.#checker.getIndexInfosOfType(type)[0];
    if (index) return `Record<string, ${this.#text(index.type, indent)}>`;
    return this.#members(type, indent);
  }

  #union(type, indent) {
    const parts = type.types.map((each) => {
      const text = this.#text(each, indent);
      return each.getCallSignatures().length > 0 ? `(${text})` : text;
    });
    const isBoolean = parts.includes('true') && parts.includes('false');
    const values = isBoolean ? parts.filter((each) => each !== 'true' && each !== 'false') : parts;
    const last = (text) => ['null', 'undefined'].indexOf(text);
    return [...(isBoolean ? ['boolean'] : []), ...values].sort((a, b) => last(a) - last(b)).join(' | ');
  }
}

function createProgram() {
  const file = join(root, 'widget/tsconfig.json');
  const { config } = typescript.readConfigFile(file, typescript.sys.readFile);
  const { options } = typescript.parseJsonConfigFileContent(config, typescript.sys, join(root, 'widget'));
  return typescript.createProgram([join(root, 'widget/define.ts')], options);
}

function publicMembers() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules[0].declarations[0].members.map(({ name }) => name);
}
