import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { lowerMarked } from './scripts/lower-marked.mjs';
import { shortenable, shortPrivateNames } from './scripts/short-private-names.mjs';

const out = 'dist/public';
/** The oldest browsers, as lightningcss numbers them: what is newer is written in the older way. */
const oldest = { chrome: 85 << 16, firefox: 81 << 16, safari: (13 << 16) | (1 << 8) };
/** lightningcss's number for light-dark(), which no style uses: it would add two properties to each `color-scheme`. */
const lightDark = 1 << 20;
// Lit's own files hold `??=`, which Safari 13.1 does not parse: nothing is excluded from lowering.
const lower = () =>
  esbuild({ target: 'es2020', tsconfig: 'widget/tsconfig.json', include: /\.[jt]s$/, exclude: [] });
const shrink = (module) =>
  terser({
    ecma: 2020,
    module,
    compress: { passes: 3 },
    mangle: { properties: { regex: shortenable } },
    format: { comments: false },
  });
/**
 * A server that renders pages may import the tag's module: where there is no document, what Lit and we touch at once is
 * stood for by nothing. Local names, so that no other code is misled about where it runs.
 */
const withoutDocument = {
  HTMLElement: 'class{}',
  document: '{createTreeWalker(){}}',
  customElements: '{get:()=>1}',
};
const stands = Object.entries(withoutDocument)
  .map(([name, nothing]) => `${name}=globalThis.${name}||${nothing}`)
  .join();
const minifyHtml = () =>
  minifyTemplates({
    failOnError: true,
    options: {
      minifyOptions: {
        // A path that is not closed swallows the next.
        keepClosingSlash: true,
        minifyCSS: { minify: true, targets: oldest, exclude: lightDark },
      },
    },
  });
const resolveForBrowsers = () =>
  resolve({ extensions: ['.ts', '.js'], exportConditions: ['browser', 'production'] });
const plugins = (module) => [
  resolveForBrowsers(),
  lowerMarked,
  shortPrivateNames,
  minifyHtml(),
  lower(),
  shrink(module),
];
/** Files of our own have `.js` in their imports, as the browser's modules and Node's have; on disk they are `.ts`. */
const typescriptNames = {
  name: 'typescript-names',
  async resolveId(source, importer) {
    if (!importer || !/^\.{1,2}\/.*\.js$/.test(source) || importer.includes('node_modules')) return null;
    return this.resolve(source.replace(/\.js$/, '.ts'), importer, { skipSelf: true });
  },
};
// A chunk may import from the entry: what is shared needs no third file, and no third request.
const bundle = (input, output, module = true) => ({
  input,
  output,
  preserveEntrySignatures: 'allow-extension',
  plugins: [typescriptNames, ...plugins(module)],
});

/**
 * Node loads the service from a few files instead of a thousand: its own modules, and those of TypeBox, which has 700. This
 * halves the time to load it (docs/reference/performance.md). Other libraries stay where npm installs them.
 */
const bundledLibraries = /^(?:typebox|@fastify\/type-provider-typebox)(?:\/|$)/;
/**
 * TypeBox's provider has a second compiler that needs `ajv-formats`, which the service does not use: without this the
 * bundle would import a library that package.json does not name.
 */
const withoutAjv = {
  name: 'without-ajv',
  resolveId: (source) => (source === 'ajv-formats' ? '\0ajv-formats' : null),
  load: (id) => (id === '\0ajv-formats' ? 'export default () => undefined;' : null),
};
const service = {
  input: {
    main: 'service/main.ts',
    // A thread loads its own file.
    'contact-index-thread': 'service/backend/embedded/contact-index/contact-index-thread.ts',
  },
  external: (id) =>
    id !== 'ajv-formats' &&
    /^[@\w]/.test(id) &&
    !/^\w:/.test(id) &&
    !id.startsWith('service/') &&
    !bundledLibraries.test(id),
  output: {
    dir: 'dist/service',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  },
  plugins: [
    withoutAjv,
    typescriptNames,
    resolve({ extensions: ['.ts', '.js', '.mjs'] }),
    esbuild({ target: 'node20', tsconfig: 'tsconfig.json' }),
  ],
};

/**
 * The widget for websites that bundle their scripts (scripts/widget-package.mjs): split where the served scripts are. They
 * minify it themselves, and share Lit with it.
 */
export const widgetPackage = {
  input: { index: 'widget/define.ts', element: 'widget/connect-chat-widget.ts' },
  external: /^lit(?:\/|$)/,
  output: {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    hoistTransitiveImports: false,
    generatedCode: { preset: 'es2015' },
    intro: ({ facadeModuleId }) => (facadeModuleId?.endsWith('/define.ts') ? `const ${stands};` : ''),
  },
  plugins: [typescriptNames, resolveForBrowsers(), lowerMarked, minifyHtml(), lower()],
};

export default [
  service,
  bundle(
    { 'connect-chat-widget': 'widget/define.ts' },
    {
      dir: out,
      format: 'es',
      entryFileNames: '[name].js',
      // Each letter of a name costs a visitor nearly a byte: these are enough to tell chunks and builds apart.
      chunkFileNames: ({ name }) =>
        name === 'open-chat' ? 'widget/open-chat-[hash:6].js' : 'widget/[hash:6].js',
      hashCharacters: 'base36',
      hoistTransitiveImports: false,
      // Shorter code of rollup's own: arrow functions, and no frozen namespaces.
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      intro: ({ isEntry }) => (isEntry ? `const ${stands};` : ''),
    },
  ),
  bundle('widget/embed.ts', { file: `${out}/embed.js`, format: 'iife' }, false),
  // Staff load their pages once a day: one file each, with what a visitor's page would load later.
  ...['agent', 'admin', 'admin/preview', 'setup'].map((page) =>
    bundle(`console/${page}/main.ts`, {
      file: `${out}/${page}/main.js`,
      format: 'es',
      inlineDynamicImports: true,
    }),
  ),
];
