import { defineConfig } from 'eslint/config';
import compat from 'eslint-plugin-compat';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The oldest browsers that the widget and the staff pages are made for. */
const oldestBrowsers = ['chrome 85', 'firefox 81', 'safari 13.1'];
const source = ['{shared,client,widget,console,service}/**/*.ts'];
const browserSource = ['{shared,client,widget,console}/**/*.ts'];
const elements = ['{widget,console}/**/*.ts'];
const tests = ['{test,bench}/**/*.ts'];

/** Reading the clock of the machine, and what to use instead. */
const wallTime = (message) => [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message },
];
/** Where the service and the browser's code read it for all others. */
const clocks = ['service/clock.ts', 'client/wall-time.ts'];

/** Code without types: what any reader would call a slip. */
const slips = {
  eqeqeq: 'error',
  'no-else-return': ['error', { allowElseIf: false }],
  'no-unreachable': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  'no-var': 'error',
  'prefer-const': 'error',
};

export default defineConfig(
  { ignores: ['dist', 'data', 'coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.mjs'], rules: slips },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    // One program for the whole tree: a service of projects would build one for each tsconfig.json on the way.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...slips,
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type A }` alone is kept by verbatimModuleSyntax as an import at run time.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // An interface may be asynchronous where an implementation needs no await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: source,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80 }],
      'max-params': ['error', { max: 4 }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['service/**/*.ts'],
    ignores: clocks,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...wallTime(
          'Use the Clock that is passed in: monotonic() for durations, now() for what people read.',
        ),
        {
          selector: 'MemberExpression[object.name="performance"][property.name="now"]',
          message: 'Use monotonic() of the Clock that is passed in, so that tests can pass one.',
        },
      ],
    },
  },
  {
    files: browserSource,
    ignores: clocks,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...wallTime(
          'A device’s clock may be set at any moment: use monotonic() of the Environment, or performance.now(), for durations; wallTime() of client/wall-time.ts for what people read.',
        ),
      ],
    },
  },
  {
    files: browserSource,
    extends: [compat.configs['flat/recommended']],
    settings: { browsers: oldestBrowsers },
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'Browsers have none.' }] }],
    },
  },
  {
    files: elements,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/unbound-method': 'off', // Lit binds what a template listens with.
    },
  },
  {
    files: ['{client,widget,console}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^typebox', message: 'It must not reach a bundle.', allowTypeImports: true }] },
      ],
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai's expect(x).to.be.true
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/{client,widget,console}/**/*.ts'],
    // Every assertion is a promise to TypeScript, because one of them (accessible) is.
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
);
