import tseslint from 'typescript-eslint'

/** What the pure part of the program may not touch: files, processes, the network, the clock. */
const edges = ['node:fs', 'node:fs/promises', 'node:child_process', 'node:http', 'node:https', 'node:net', 'node:os', 'node:process']

export default tseslint.config(
  {ignores: ['dist/', 'node_modules/', '.astro/', 'coverage/', '**/fixtures/', '**/*.astro']},
  tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      // A schema and the type made from it share one name.
      '@typescript-eslint/no-redeclare': 'off',
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      // Patterns for damaged text name blanks, no-break spaces and control characters on purpose.
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
    },
  },
  // The scorer is a program for the terminal.
  {files: ['test/gold/**'], rules: {'no-console': 'off'}},
  {
    files: ['parser/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {paths: edges, patterns: ['**/scripts/**', '**/site/**', '**/templates/**']}],
      'no-restricted-globals': ['error', 'process', 'fetch'],
      'no-restricted-properties': [
        'error',
        {object: 'Date', property: 'now', message: 'parser/ has no clock: builds are reproducible.'},
        {object: 'Math', property: 'random', message: 'parser/ is deterministic.'},
      ],
    },
  },
)
