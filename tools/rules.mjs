/**
 * `npm run rules` writes docs/rules.md: each rule of the regulation that is served, with the tests that name it, and strikes
 * gaps on record (test/rules/gaps.json) that a test has closed. With `--check` it writes nothing and fails when a rule
 * without a test is not on record, a gap on record has one, or the page is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbersIn } from './rule-numbers.mjs';
import { testNames } from './test-names.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = resolve(root, 'docs/rules.md');
const gapsFile = resolve(root, 'test/rules/gaps.json');
const shownTests = 2;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const catalogue = readJson(resolve(root, 'test/rules/catalogue.json'));
const served = catalogue.served.flatMap(({ rules }) => rules.map(([number]) => number));
const gaps = existsSync(gapsFile) ? readJson(gapsFile) : [];

/** Tests by rule. A test whose own title names the rule, and few others, tells most, so it comes first. */
const proofs = () => {
  const numbers = [...served, ...catalogue.later.flatMap((group) => group.numbers)];
  const byRule = new Map(numbers.map((number) => [number, []]));
  const find = numbersIn(numbers);
  for (const test of testNames(root)) {
    const named = find(test.name);
    const ownTitle = find(test.name.split(' › ').pop());
    for (const [number, directly] of named) byRule.get(number).push({ ...test, weight: (directly ? 0 : 100) + (ownTitle.has(number) ? 0 : 10) + named.size });
  }
  for (const tests of byRule.values()) tests.sort((one, other) => one.weight - other.weight);
  return byRule;
};

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const testCell = (tests) => tests.slice(0, shownTests).map(({ file, name }) => `[${file.split('/').pop().replace('.test.ts', '')}](../${file}) › ${cell(name)}`).join('<br>');

const write = (byRule) => {
  const lines = [
    '# 规则与证明 Rules and their proof', '',
    '由 `npm run rules` 从测试名生成，请勿手改。每条规则列出点名证明它的测试；`npm test` 检查没有遗漏、页面未过期。',
    'Written by `npm run rules` from the names of the tests; do not edit. Each rule stands beside tests that name it; `npm test` checks that none is missing and the page is current.', '',
  ];
  for (const { section, zh, en, rules } of catalogue.served) {
    lines.push(`## ${section} ${zh} ${en}`, '', '| 编号 No. | 规则 Rule | 测试 Test |', '|---|---|---|');
    for (const [number, chinese, english] of rules) lines.push(`| ${number} | ${cell(chinese === english ? chinese : `${chinese}<br>${english}`)} | ${testCell(byRule.get(number)) || '—'} |`);
    lines.push('');
  }
  lines.push('## 以后的章节 Later sections', '', '这些规则由所列章节的功能承担；已有测试点名的用粗体。 These rules belong to the sections named; those that a test names already are bold.', '', '| 章节 Section | 规则 Rules |', '|---|---|');
  for (const { section, zh, en, numbers } of catalogue.later) lines.push(`| ${section} ${zh} ${en} | ${numbers.map((number) => (byRule.get(number).length > 0 ? `**${number}**` : number)).join(' ')} |`);
  return `${lines.join('\n')}\n`;
};

const byRule = proofs();
const unproven = served.filter((number) => byRule.get(number).length === 0);
const missing = unproven.filter((number) => !gaps.includes(number));
const closed = gaps.filter((number) => !unproven.includes(number));
const text = write(byRule);

if (process.argv.includes('--check')) {
  const current = existsSync(page) && readFileSync(page, 'utf8') === text;
  if (missing.length > 0) console.error(`No test names these rules: ${missing.join(' ')}`);
  if (closed.length > 0) console.error(`These have a test now and must leave test/rules/gaps.json: ${closed.join(' ')}`);
  if (!current) console.error('docs/rules.md is out of date: run `npm run rules`.');
  console.log(`rules: ${served.length - unproven.length} of ${served.length} served rules are named by tests`);
  process.exitCode = missing.length === 0 && closed.length === 0 && current ? 0 : 1;
} else {
  writeFileSync(page, text);
  if (closed.length > 0) writeFileSync(gapsFile, `${JSON.stringify(gaps.filter((number) => !closed.includes(number)), null, 1)}\n`);
  console.log(`docs/rules.md: ${served.length - unproven.length} of ${served.length} rules are named by tests${unproven.length > 0 ? `; without: ${unproven.join(' ')}` : ''}`);
}
