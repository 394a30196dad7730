import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { slaResult } from '../sheets-templates/choices';
import { columnKey, type Column } from '../sheets-templates';
import { readEntries } from '../src/ledger/journal';
import { writeCell, serialOfInstant } from '../src/ledger/codec';
import { instantAt } from '../src/terms';
import { journalOf } from '../test/journeys/ledger-picture';
import { impact, request } from '../test/journeys/story';

import { owner, tables, type Company, type TableName } from './company';
import { measured, runsOf, type Measured } from './measure';
import { makeDue } from './present';

/** The same work as others do it, on the same sheets, in the same workspace, in the same run. */

interface Place {
  readonly file: string;
  readonly title: string;
}

const manifest = { timeZone: 'Asia/Shanghai', runtimeVersion: 'V8', oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] };

/** sheetquery as npm has it, in a script project of its own. */
const loadOthers = async (company: Company, root: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-others-'));
  try {
    const query = readFileSync(createRequire(join(root, 'package.json')).resolve('sheetquery'), 'utf8').replace(/^\/\/# sourceMappingURL.*$/m, '');
    writeFileSync(join(folder, 'Code.js'), `var SheetQuery = (function () { var exports = {}; ${query}\nreturn exports; })();\n${readFileSync(resolve(root, 'bench/others/Code.gs'), 'utf8')}`);
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
    await company.workspace.loadProject({ name: 'others', folder, owner });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const placeOf = (company: Company, name: TableName): Place => ({ file: company.workbook(tables[name].book), title: tables[name].label.zh });

/** A code as the outbox shows it. */
const cellOf = (column: 'channel' | 'priority' | 'status', code: string): string => String(writeCell(tables.outbox.columns[column], code, 'zh-CN'));

const configOf = (company: Company, archived: string) => ({
  tickets: [{ file: archived, title: tables.tickets.label.zh }, placeOf(company, 'tickets')],
  alsoRead: (['dispatchOrders', 'partsRequests', 'staff', 'settings'] as const).map((name) => placeOf(company, name)),
  clocks: placeOf(company, 'slaClocks'), outbox: placeOf(company, 'outbox'),
  words: { channel: cellOf('channel', 'EMAIL'), priority: cellOf('priority', 'P1'), status: cellOf('status', 'QUEUED') },
  running: slaResult.RUNNING.zh, overdue: slaResult.BREACHED_OPEN.zh,
  now: serialOfInstant(instantAt(company.workspace.now() + 5 * 60000)),
});

const run = async (company: Company, name: string, functionName: string, args: readonly unknown[]): Promise<Measured> => {
  const before = company.workspace.snapshot();
  const { record } = await company.workspace.run('others', functionName, args, owner);
  company.workspace.restore(before);
  if (record.status !== 'completed') throw new Error(`${functionName} ${record.status}: ${record.error ?? ''}`);
  return measured(name, record);
};

/** What a request adds, table by table, as its cells say it: taken from the product's own journal. */
const addedBy = async (company: Company) => {
  const [entry] = readEntries(await journalOf(company)).slice(-1);
  if (entry?.command !== 'ticket.register') throw new Error(`The request became ${entry?.command ?? 'nothing'}: ${JSON.stringify(entry).slice(0, 3000)}`);
  const names = [...new Set(entry.changes.map(({ table }) => table))];
  return names.flatMap((name) => {
    const columns = Object.entries<Column<unknown>>(tables[name].columns);
    const rows = entry.changes.flatMap((change) => (change.kind === 'insert' && change.table === name ? [Object.fromEntries(columns.map(([property, column]) => [columnKey(property), writeCell(column, change.row[property], 'zh-CN')]))] : []));
    return rows.length === 0 ? [] : [{ place: placeOf(company, name), rows }];
  });
};

export interface Beside {
  readonly work: string;
  readonly product: Measured;
  readonly plain: Measured;
  readonly query: Measured;
}

/** One request by form, and one sweep that finds fifty clocks due, three ways each. `archive` names the file of ended tickets. */
export const measureBeside = async (company: Company, archived: string, fifty: Measured, root: string): Promise<readonly Beside[]> => {
  await loadOthers(company, root);
  const form = (await runsOf(company, () => company.sendForm('intake', request({ ...impact({}), 联系电话: '13900002777', 项目名称: '三期厂房', 产品编号: 'MNS25050013' })))).find(({ functionName }) => functionName === 'formSubmitted');
  if (form === undefined) throw new Error('No form was taken in');
  const config = configOf(company, archived);
  const added = await addedBy(company);
  const submit = { work: 'a request by form', product: measured('product', form), plain: await run(company, 'plain', 'plainSubmit', [config, added]), query: await run(company, 'sheetquery', 'querySubmit', [config, added]) };
  await makeDue(company, 50, serialOfInstant(instantAt(company.workspace.now() + 2 * 60000)));
  const sweep = { work: 'a sweep, 50 clocks due', product: fifty, plain: await run(company, 'plain', 'plainSweep', [config]), query: await run(company, 'sheetquery', 'querySweep', [config]) };
  return [submit, sweep];
};

