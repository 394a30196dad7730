import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Names that only `src/google` may say: everything of the platform reaches the rest through ports. */
const platform = ['SpreadsheetApp', 'Sheets', 'Gmail', 'MailApp', 'GmailApp', 'FormApp', 'DriveApp', 'CalendarApp', 'CardService', 'ScriptApp', 'PropertiesService', 'CacheService', 'LockService', 'UrlFetchApp', 'HtmlService', 'ContentService', 'Session', 'Utilities', 'GoogleAppsScript', 'Charts', 'Logger'];

const trades = ['tickets', 'deadlines', 'dispatch', 'field', 'parts', 'charges', 'expenses', 'approvals', 'people', 'quality', 'registers', 'reports', 'settings'];

const wall = (files, patterns, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ regex: group, message })) }] },
});

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'node_modules/**', 'workspace/**', 'coverage/**', 'test/host/third-party/projects/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Lists of codes are tables in sheets-templates/choices.' }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts', 'sheets-templates/**/*.ts'], ignores: ['src/google/**'], rules: { 'no-restricted-globals': ['error', ...platform.map((name) => ({ name, message: 'Only src/google names Google.' }))] } },
  // A trade is pure: it knows words, rows, and other trades by their door.
  wall(trades.map((trade) => `src/${trade}/**/*.ts`), ['(^|/)(app|ledger|google|entrypoints|ui|text)/', `^\\.\\./(${trades.join('|')})/(?!index$).+`, '^node:', 'host/'], 'A trade imports ../terms, sheets-templates and other trades’ index only.'),
  wall(['src/ledger/**/*.ts'], ['(^|/)(app|google|entrypoints|ui)/', `^\\.\\./(${trades.join('|')})`, 'host/'], 'The ledger knows tables and terms only.'),
  wall(['src/app/**/*.ts'], ['(^|/)(google|entrypoints)/', 'host/'], 'The application reaches the outside through ports.'),
  wall(['src/google/**/*.ts'], ['(^|/)entrypoints/', 'host/'], 'Google implements ports; entry points join them.'),
  wall(['host/**/*.ts'], ['(^|/)src/(?!$)', '(^|/)sheets-templates'], 'The host runs dist, never src.'),
  wall(['sheets-templates/**/*.ts'], ['src/(?!terms)'], 'Templates know terms only.'),
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/require-await': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'writable', require: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', __dirname: 'readonly' } } },
);
