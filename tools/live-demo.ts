/**
 * `node build/tools/live-demo.js --directory DIR --base-url URL --lang zh|en [--days 92]`: lets the invented company work for
 * three months through the product's own doors (forms, desks, links in mails, cells), with nothing going wrong, and keeps the
 * workspace in the folder. `npm start -- --demo` runs it the first time.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepSnapshot } from '../host/kernel/keep-snapshot';
import { workspaceLimits } from '../host/kernel/limits';
import { OWNER, writeRecord } from '../host/server/first-start';
import { readSetUpResult } from '../host/server/set-up-result';
import { Company } from '../test/journeys/company';
import { liveMonths } from './demonstration/three-months';

const { values } = parseArgs({ options: { directory: { type: 'string' }, 'base-url': { type: 'string', default: 'http://127.0.0.1:8080' }, lang: { type: 'string', default: 'zh' }, days: { type: 'string', default: '92' } } });

const say = (line: string): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
  else console.log(line);
};

const main = async (): Promise<void> => {
  if (values.directory === undefined) throw new Error('--directory DIR');
  const directory = resolve(values.directory);
  const days = Number(values.days);
  const began = Date.now();
  console.log('示例公司正在“工作”三个月，大约需要十分钟；只在首次启动时需要。  The invented company works for three months, which takes about ten minutes, the first time only.');
  const company = await Company.open({ startAt: '2026-03-02T00:00:00+08:00', language: values.lang === 'en' ? 'en' : 'zh-CN', limits: workspaceLimits, baseUrl: values['base-url'], ownerName: OWNER.name });
  try {
    let lived = 0;
    const broken = await liveMonths(company, 'demo', days, (date) => {
      lived += 1;
      say(`${String(Math.round((lived / days) * 100)).padStart(3)} %  ${date}`);
    });
    for (const line of broken) console.log(line);
    // The morning after, when the month's first mails are out.
    await company.minutesLater(9 * 60);
    mkdirSync(directory, { recursive: true });
    await keepSnapshot(company.workspace.snapshot(), directory);
    writeRecord(directory, readSetUpResult(company.answer), resolve(__dirname, '../..'));
  } finally {
    await company.close();
  }
  say('');
  console.log(`三个月已过，用时 ${Math.round((Date.now() - began) / 1000)} 秒。  Three months have passed, in ${Math.round((Date.now() - began) / 1000)} seconds.`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
