// Compiles the tests of Node with everything of this project that they import, once for a whole run. Each test process
// would otherwise spend a second or more on compiling and resolving hundreds of modules.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
/** In the project, so that packages are found; one for each run, so that two runs don't disturb each other. */
const folder = mkdtempSync(join(cache, 'tests-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A module still has the address of its source, because tests find other files from it. */
const sourceAddresses = {
  name: 'source-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => ({
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    }));
  },
};

/** Compiles these test files. Throws if one can't be compiled. */
export async function bundleTests(files) {
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    plugins: [sourceAddresses],
    logLevel: 'warning',
  });
}

/** The compiled form of a test file. */
export const bundleOf = (file) => join(folder, file.replace(/\.ts$/, '.js'));

const maps = new Map();
function mapOf(file) {
  if (!maps.has(file)) maps.set(file, new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))));
  return maps.get(file);
}

/** Replaces places in the compiled files by those in the sources, as in the traces of failed tests. */
export function withSourcePlaces(text) {
  return text.replace(/(?:file:\/\/)?(\/[^\s:()]+\.js):(\d+):(\d+)/g, (place, file, line, column) => {
    if (!file.startsWith(folder)) return place;
    const { originalSource, originalLine, originalColumn } = mapOf(file).findEntry(line - 1, column - 1);
    if (originalSource === undefined) return place;
    const source = relative(root, join(file, '..', originalSource));
    return `${source}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
