/**
 * The whole proof, as `npm test`: build, types, lint, bundle limits, then every test. Ends with one plain line,
 * `N passed, N failed`; a check that is no test of Jest counts as one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = resolve(root, 'build/test-results.json');

/** Bytes. Core: its code, which Google reads before anything runs. Shell: everything. */
const limits = { core: 400_000, shell: 30_000 };

const run = (program, args, environment = {}) =>
  spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0;

/** Runs beside others; what it says is shown in one piece when it ends. Gives whether it ended well. */
const runBeside = (program, args) =>
  new Promise((settle) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      settle(code === 0);
    });
  });

const sizeOf = (folder) => readdirSync(folder).reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);

const codeSize = (project) => statSync(resolve(root, 'dist', project, 'Code.js')).size;

const sizesHold = () => {
  const code = codeSize('core');
  const [core, shell] = ['core', 'shell'].map((project) => sizeOf(resolve(root, 'dist', project)));
  console.log(`dist/core/Code.js: ${code} of at most ${limits.core} bytes; dist/core: ${core} bytes`);
  console.log(`dist/shell: ${shell} of at most ${limits.shell} bytes`);
  return code < limits.core && shell < limits.shell;
};

const node = process.execPath;
const typesOf = (...projects) => projects.reduce(async (before, project) => (await before) && runBeside(node, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project]), Promise.resolve(true));

/** What the sources alone tell: two rows of checks beside each other, each as long as the other. */
const checks = [
  [
    ['types', () => typesOf('tsconfig.json')],
    ['types of the browser pages', () => typesOf('src/ui/pages/tsconfig.json', 'host/page/tsconfig.json')],
    ['a test for every rule', () => runBeside(node, ['tools/rules.mjs', '--check'])],
  ],
  [['lint', () => runBeside(node, ['node_modules/eslint/bin/eslint.js', '.'])]],
];

let passed = 0;
let failed = 0;
const count = (name, holds) => {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED: ${name}`);
  }
};

/** A workspace's host and its guest take turns, and a browser waits much: two at once fill two cores without crowding them. */
const workers = Math.max(2, Math.floor(availableParallelism() / 2));

mkdirSync(resolve(root, 'build'), { recursive: true });
rmSync(results, { force: true });
count('build', run(node, ['tools/build.mjs']));
count('size of the bundles', sizesHold());
await Promise.all(checks.map(async (row) => {
  for (const [name, check] of row) count(name, await check());
}));
run(node, ['node_modules/jest/bin/jest.js', '--json', `--maxWorkers=${workers}`, `--outputFile=${results}`, ...process.argv.slice(2)], { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' });
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests;
} catch {
  count('the tests ran to their end', false);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
