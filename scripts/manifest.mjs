// Writes the descriptions of the element for editors and documentation: custom-elements.json
// (custom-elements-manifest schema 1.0.0) and VS Code's custom data, both from the doc block and the
// properties of the class.
// Usage: npm run manifest
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Members for pages to use: neither internals of the element, nor settings of a preview. */
const isPublic = ({ name, privacy, static: isStatic }) =>
  privacy !== 'private' && privacy !== 'protected' && !isStatic && !internal.has(name);
const internal = new Set(['configuration', 'conversation', 'address', 'isShown', 'refresh']);

/** The texts of both files, by their names. */
export async function manifestFiles() {
  const { modules, ...manifest } = analyse();
  const [module] = modules;
  const element = module.declarations.find(({ name }) => name === 'ConnectChatWidget');
  const hidden = new Set(element.members.filter((member) => !isPublic(member)).map(({ name }) => name));
  element.members = element.members.filter(isPublic);
  element.attributes = element.attributes.filter(({ name, fieldName = name }) => !hidden.has(fieldName));
  element.events = element.events.filter(({ name, description }) => name && description);
  element.tagName = 'connect-chat-widget';
  module.declarations = [element];
  const text = async (value, name) =>
    format(JSON.stringify(value), { ...(await resolveConfig(join(root, name))), filepath: name });
  return {
    'custom-elements.json': await text({ ...manifest, modules: [module] }, 'custom-elements.json'),
    'vscode.html-custom-data.json': await text(toCustomData(element), 'vscode.html-custom-data.json'),
  };
}

function analyse() {
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-manifest-'));
  try {
    const words = ['analyze', '--quiet', '--outdir', relative(root, folder)];
    const program = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    execFileSync(process.execPath, [program, ...words], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** VS Code's format (its documentation, "Custom Data for HTML Language Service", version 1.1). */
const toCustomData = ({ tagName, summary, attributes }) => ({
  version: 1.1,
  tags: [
    {
      name: tagName,
      description: summary,
      attributes: attributes.map(({ name, fieldName, description }) => ({
        name,
        ...(description && { description }),
        ...(fieldName === 'mode' && { values: [{ name: 'floating' }, { name: 'inline' }] }),
        ...((fieldName === 'open' || fieldName === 'hideLauncher') && { valueSet: 'v' }),
      })),
    },
  ],
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, content] of Object.entries(await manifestFiles()))
    writeFileSync(join(root, name), content);
