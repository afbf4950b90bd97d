import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/**
 * The import directions, type imports included: each folder of src, the other folders it may look at, and the
 * packages it may use. What is not listed is forbidden; so nothing imports app or cli.
 */
const folders = {
  core: { folders: [], packages: [] },
  kernel: { folders: ['core'], packages: [] },
  share: { folders: ['core'], packages: ['d3'] },
  plots: { folders: ['core'], packages: ['d3'] },
  i18n: { folders: [], packages: [] },
  offline: { folders: [], packages: [] },
  lessons: { folders: ['core', 'share', 'i18n'], packages: [] },
  worker: { folders: ['core', 'kernel', 'share'], packages: ['comlink', 'virtual:mnist'] },
  store: { folders: ['core', 'share', 'lessons', 'worker'], packages: ['comlink', 'react', 'zustand'] },
  panels: {
    folders: ['core', 'share', 'plots', 'i18n', 'lessons', 'store'],
    packages: ['lucide-react', 'react', 'react-dom', 'uqr', 'zustand'],
  },
  app: { folders: ['core', 'i18n', 'store', 'panels'], packages: ['react', 'react-dom'] },
  cli: { folders: ['core', 'kernel', 'lessons', 'share', 'plots'], packages: ['node:*'] },
};

/** What engines compute alike: exact, or rounded once as IEEE 754 demands. JavaScript leaves all else open. */
const sameEverywhere =
  'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|PI|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2';
const mathMessage =
  'Engines differ in this, and results must have the same bits everywhere: use src/core/maths, or multiply.';

/** Every suppression says why: `eslint-disable-next-line rule -- reason`. */
const reasons = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const isSilent = /^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value);
        if (isSilent) context.report({ loc: comment.loc, message: 'Say why, after two hyphens.' });
      }
    },
  }),
};

export default defineConfig(
  globalIgnores([
    'dist',
    'dist-node',
    'src/kernel/build',
    '**/assembly', // Another language: AssemblyScript.
    'test/golden',
    'test/screenshots',
    '**/node_modules',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { reasons } } },
    rules: { 'house/reasons': 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['src/{app,panels,store}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(folders).map((type) => ({ type, pattern: `src/${type}` })),
      'boundaries/ignore': ['**/*.css'],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message: 'src/{{from.element.type}} may not import this (see the list in eslint.config.js).',
          policies: [
            {
              // No module, and a fresh clone has still to compile it.
              from: { element: { type: 'kernel' } },
              allow: { dependency: { source: '[.]/build/kernel.wasm[?]*' } },
            },
            ...Object.entries(folders).flatMap(([type, may]) => [
              {
                from: { element: { type } },
                allow: { to: { element: { types: { anyOf: [type, ...may.folders] } } } },
              },
              ...may.packages.map((name) => ({
                from: { element: { type } },
                allow: { to: { module: { origin: ['external', 'core'], source: [name, `${name}/**`] } } },
              })),
            ]),
          ],
        },
      ],
    },
  },
  {
    files: ['src/{core,kernel,share}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[object.name='Math']:not([property.name=/^(${sameEverywhere})$/])`,
          message: mathMessage,
        },
        { selector: `MemberExpression[object.name='Math'][computed=true]`, message: mathMessage },
        { selector: `:not(MemberExpression) > Identifier[name='Math']`, message: mathMessage },
        {
          selector: `:matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])`,
          message: mathMessage,
        },
      ],
    },
  },
  {
    // A loop over a typed array stays within it, and a check of every element would cost more than the sum.
    files: [
      'src/core/{network,quantization,information,inspection,experiment,maths,statistics}/**/*.ts',
      'src/kernel/**/*.ts',
      'test/**/*.{ts,tsx}',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Tests and benchmarks print what they measured.
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'no-console': 'off' },
  },
);
