import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../host/server/free-port';
import { request } from './story';

/** The workspace's own program dies by kill -9 while people send the request form; what was accepted stands in the ledger once. */

const root = resolve(__dirname, '../..');
const owner = 'owner@xinghe-power.example';
const rounds = 4;
/** What the customer writes, to find it again. */
const faultOf = (round: number): string => `第 ${round} 次：进线柜跳闸`;

interface FormPage {
  readonly id: string;
  readonly items: readonly { readonly id: number; readonly title: string; readonly choices: readonly string[] }[];
}

let directory: string;
let address: string;
let program: ChildProcess;

const start = async (): Promise<void> => {
  const port = await findFreePort(21000 + (process.pid % 9000));
  program = spawn(process.execPath, [resolve(root, 'build/host/main.js'), '--port', String(port), '--directory', directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = program.stdout;
  if (output === null) throw new Error('The program has no output');
  address = await new Promise<string>((found, failed) => {
    let text = '';
    output.on('data', (part: Buffer) => {
      text += part.toString('utf8');
      const match = /ready at (http:\S+)/.exec(text);
      if (match?.[1] !== undefined) found(match[1].replace(/\/$/, ''));
    });
    program.on('exit', (code) => failed(new Error(`The program ended with ${code}: ${text}`)));
  });
};

const kill = async (): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolved) => program.once('exit', resolved));
  program.kill('SIGKILL');
  await ended;
};

const json = async <T>(path: string): Promise<T> => (await (await fetch(address + path, { headers: { authorization: `Bearer ${owner}`, cookie: `acting-person=${encodeURIComponent(owner)}` } })).json()) as T;

const intakeForm = async (): Promise<FormPage> => {
  const form = (await json<readonly FormPage[]>('/api/forms')).find(({ items }) => items.some(({ title }) => title.startsWith('客户名称')));
  if (form === undefined) throw new Error('No request form');
  return form;
};

/** Sends the form as a browser does; gives whether it was accepted. */
const send = async (form: FormPage, round: number): Promise<boolean> => {
  const fields = new URLSearchParams();
  for (const [question, answer] of Object.entries(request({ 故障现象: faultOf(round) }))) {
    const item = form.items.find(({ title }) => title.startsWith(question));
    if (item === undefined) throw new Error(`No question ${question}`);
    for (const given of [answer].flat()) fields.append(`entry.${item.id}`, item.choices.find((choice) => choice.startsWith(given)) ?? given);
  }
  // A broken connection says nothing about what became of the form.
  const response = await fetch(`${address}/forms/d/e/${form.id}/formResponse`, { method: 'POST', body: fields }).catch(() => null);
  const page = response === null ? null : await response.text().catch(() => null);
  if (response !== null && page !== null && response.status !== 200) throw new Error(`The form answered ${response.status}: ${page.slice(0, 2000)}`);
  return page?.includes('再填一份') === true;
};

const faults = async (): Promise<readonly string[]> => {
  const files = await json<readonly { readonly id: string; readonly tabs: readonly { readonly title: string }[] }[]>('/api/spreadsheets');
  const service = files.find(({ tabs }) => tabs.some(({ title }) => title === '服务工单'));
  const { values = [] } = await json<{ readonly values?: readonly (readonly string[])[] }>(`/v4/spreadsheets/${service?.id ?? ''}/values/${encodeURIComponent("'服务工单'")}`);
  const at = (values[0] ?? []).indexOf('fault_desc');
  return values.slice(2).flatMap((row) => (row[at] === undefined || row[at] === '' ? [] : [row[at]]));
};

const advance = async (minutes: number): Promise<void> => {
  const { clock } = await json<{ readonly clock: { readonly now: number } }>('/api/state');
  const response = await fetch(`${address}/api/clock/advance`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ time: clock.now + minutes * 60000 }) });
  if (!response.ok) throw new Error(`The clock answered ${response.status}: ${await response.text()}`);
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ledger-killed-'));
  await start();
}, 120000);
afterAll(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

test('kill -9 at random moments: accepted answers stand in the ledger exactly once, and it goes on serving', async () => {
  const waits = Array.from({ length: rounds }, () => Math.floor(Math.random() * 500));
  console.log(`killed after ${waits.join(', ')} ms`);
  const accepted: string[] = [];
  for (const [round, wait] of waits.entries()) {
    const sending = send(await intakeForm(), round);
    await pause(wait);
    await kill();
    if (await sending) accepted.push(faultOf(round));
    await start();
  }
  expect(await send(await intakeForm(), rounds)).toBe(true);
  accepted.push(faultOf(rounds));
  await advance(30);
  const found = await faults();
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(expect.arrayContaining(accepted));
  expect((await fetch(`${address}/forms/d/e/${(await intakeForm()).id}/viewform`)).status).toBe(200);
}, 300000);
