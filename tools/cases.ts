/**
 * `npm run cases -- FILE…`: computes the cases of files inside the built bundle, on a workspace in memory, and prints one
 * line a case, then `N passed, N failed`. Exit code 1 when a case failed or a file could not be read. See docs/cases.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workspace } from '../host/contract';
import { openWorkspace } from '../host/kernel/workspace';
import { agrees } from '../src/cases/outcome';
import type { CaseResult } from '../src/cases/run-case';

const owner = 'owner@example.com';
const bundle = resolve(process.cwd(), 'dist/core');

/** Parts of the regulation's own file that are prose: people read them, programs cannot. */
const proseParts = ['sla_all', 'expense', 'appraisal'];
/** Keys beside parts. */
const besideParts = ['calendar', 'about'];

interface Tally {
  passed: number;
  failed: number;
}

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);

const readParts = (file: string): Parts | string => {
  if (!existsSync(file)) return `文件不存在 there is no file ${file}`;
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return isParts(content) ? content : `${file}：应为以部分名为键的对象 must be an object whose keys are parts`;
  } catch (error) {
    return `${file}：无法读取 cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** Only what disagrees, so that a line stays short. */
const difference = ({ expected, actual }: CaseResult): string => {
  const keys = Object.keys(expected).filter((key) => !agrees(expected[key], actual[key]));
  const pick = (from: Parts): string => JSON.stringify(Object.fromEntries(keys.map((key) => [key, from[key]])));
  return `expected ${pick(expected)} actual ${pick(actual)}`;
};

const compute = async (workspace: Workspace, part: string, one: unknown, calendar: unknown): Promise<CaseResult> => {
  const execution = await workspace.run<CaseResult>('core', 'runCase', [part, one, calendar ?? null], owner);
  if (execution.value !== undefined) return execution.value;
  return { id: '', passed: false, expected: {}, actual: {}, message: `${execution.record.status} ${execution.record.error ?? ''}` };
};

const runPart = async (workspace: Workspace, part: string, cases: unknown, calendar: unknown, tally: Tally): Promise<void> => {
  if (proseParts.includes(part)) {
    console.log(`-- ${part}：文字描述，不可机读，已跳过 not machine-readable, skipped`);
    return;
  }
  if (!Array.isArray(cases)) {
    tally.failed += 1;
    console.log(`FAIL ${part} 应为用例列表 must be a list of cases`);
    return;
  }
  for (const [index, one] of cases.entries()) {
    const result = await compute(workspace, part, one, calendar);
    const name = result.id === '' ? `${part}[${index}]` : result.id;
    if (result.passed) tally.passed += 1;
    else tally.failed += 1;
    console.log(result.passed ? `ok ${name}` : `FAIL ${name} ${result.message ?? difference(result)}`);
  }
};

const main = async (files: readonly string[]): Promise<void> => {
  const tally: Tally = { passed: 0, failed: 0 };
  let unreadable = false;
  if (files.length === 0) {
    console.error('用法 usage: npm run cases -- FILE…');
    process.exitCode = 1;
    return;
  }
  const workspace = await openWorkspace({ directory: null, startAt: Date.parse('2026-01-01T00:00:00+08:00') });
  try {
    workspace.addUser({ email: owner, name: 'Owner' });
    await workspace.loadProject({ name: 'core', folder: bundle, owner });
    for (const file of files) {
      const parts = readParts(file);
      if (typeof parts === 'string') {
        unreadable = true;
        console.log(`FAIL ${parts}`);
        continue;
      }
      for (const [part, cases] of Object.entries(parts)) {
        if (!besideParts.includes(part)) await runPart(workspace, part, cases, parts['calendar'], tally);
      }
    }
  } finally {
    await workspace.close();
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 || unreadable ? 1 : 0;
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`用例无法运行 the cases could not be run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
