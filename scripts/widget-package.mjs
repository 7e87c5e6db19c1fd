// Writes the widget as an npm package into dist/widget-package, for websites that bundle their scripts:
// ES modules that are split where the served scripts are, but neither minified nor with a copy of Lit.
// Usage: npm run pack:widget (writes connect-chat-widget-<version>.tgz)
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { widgetTypes } from './widget-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'packages/connect-chat-widget');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Writes the package into `out`. */
export async function writeWidgetPackage(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await bundle(out);
  for (const [name, text] of Object.entries(widgetTypes())) writeFileSync(join(out, name), text);
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  copyFileSync(join(source, 'README.md'), join(out, 'README.md'));
  writeJson(join(out, 'custom-elements.json'), manifest());
  writeJson(join(out, 'package.json'), description());
}

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** The package's own description, with the release and the version of Lit that the service's own scripts have. */
function description() {
  const { version, devDependencies } = readJson(join(root, 'package.json'));
  const { name, ...rest } = readJson(join(source, 'package.json'));
  return { name, version, ...rest, dependencies: { lit: `^${devDependencies.lit}` } };
}

/** The element's manifest, whose modules are those of the package. */
function manifest() {
  const { modules, ...rest } = readJson(join(root, 'custom-elements.json'));
  const [module] = modules;
  const declaration = { name: 'ConnectChatWidget', module: 'element.js' };
  const exported = { kind: 'js', name: 'ConnectChatWidget', declaration };
  const defined = { kind: 'custom-element-definition', name: 'connect-chat-widget', declaration };
  return {
    ...rest,
    modules: [
      { ...module, path: 'element.js', exports: [exported] },
      { kind: 'javascript-module', path: 'index.js', declarations: [], exports: [exported, defined] },
    ],
  };
}

async function bundle(out) {
  const { rollup } = await import('rollup');
  const { widgetPackage } = await import('../rollup.config.mjs');
  const built = await rollup(widgetPackage);
  await built.write({ ...widgetPackage.output, dir: out });
  await built.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeWidgetPackage(join(root, 'dist/widget-package'));
