import { tables, type Column } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { wholeValue, type Difference, type DifferentCell } from '../../ledger/agreed';
import { yesOrNo } from '../../ledger/codec';
import { inLanguage, words, type Language, type Words } from '../../terms';
import { maskNumbers } from '../../tickets';

/** What a mail names; the journal has all of it. */
const mostLines = 20;
const mostCellsAdded = 4;

/** Data of customers and of staff is not sent about (9.3, 9.5); elsewhere whatever looks like a number to call is masked. */
const kept = ['customers', 'people'];

const nothing = words('（空）', '(empty)');

const valueIn = (column: Column<unknown> | undefined, cell: string, language: Language): string => {
  const value = wholeValue(cell);
  if (value === null) return inLanguage(nothing, language);
  if (value === undefined) return maskNumbers(cell.replace(/^["?]/, '').replace(/…\w*$/, '…'));
  const label = typeof value === 'string' ? column?.choices?.[value] : undefined;
  if (label !== undefined) return inLanguage(label, language);
  if (typeof value === 'boolean') return inLanguage(yesOrNo[value ? 'Y' : 'N'], language);
  if (column?.kind === 'money') return (Number(value) / 100).toFixed(2);
  if (column?.kind === 'instant' && typeof value === 'string') return value.slice(0, 16).replace('T', ' ');
  return maskNumbers(typeof value === 'string' ? value : JSON.stringify(value));
};

const back = words('，已恢复', ', put back');

const lineOf = ({ kind, table }: Difference, { property, before, now, goesBack }: DifferentCell, language: Language): string => {
  if (kept.includes(tables[table].book)) return inLanguage(words('内容不在邮件中显示', 'not shown in mails'), language) + (goesBack ? inLanguage(back, language) : '');
  const column = (tables[table].columns as Readonly<Record<string, Column<unknown>>>)[property];
  const shown = (cell: string): string => valueIn(column, cell, language);
  return kind === 'CHANGED' ? `${shown(before)} → ${shown(now)}${goesBack ? inLanguage(back, language) : ''}` : shown(kind === 'ADDED' ? now : before);
};

const what: Readonly<Record<Difference['kind'], Words>> = { CHANGED: words('', ''), ADDED: words('（新增行）', ' (row added)'), REMOVED: words('（删除行）', ' (row deleted)') };

const inBoth = (text: (language: Language) => string): Words => ({ zh: text('zh-CN'), en: text('en') });

const labelOf = ({ kind, workbook, table, key }: Difference, property: string): Words => {
  const { label, book, columns } = tables[table];
  const column = (columns as Readonly<Record<string, Column<unknown>>>)[property];
  return inBoth((language) => `${inLanguage(label, language)}${workbook === book ? '' : ` (${workbook})`} ${maskNumbers(key)}${inLanguage(what[kind], language)} · ${column === undefined ? property : inLanguage(column.label, language)}`);
};

/** N-58, 9.5: cells and rows of ledgers that were changed past the system. */
export const directEdits = (found: readonly Difference[]): Message => {
  const lines = found.flatMap((difference) => difference.cells.slice(0, difference.kind === 'CHANGED' ? undefined : mostCellsAdded).map((cell) => ({ difference, cell })));
  return {
    subject: words(`台账有 ${found.length} 行被直接改动`, `${found.length} ledger rows were edited directly`),
    body: [
      words('以下内容未经系统操作、直接在表格中改动。表格不记录是谁改的；能改受保护单元格的只有文件所有者。', 'These were changed in the sheets and not through the system. The sheets do not tell by whom; only the files\' owner can change protected cells.'),
      words('台账按改后的内容继续使用，并已记入流水（动作 ledger.check）；无法识别的内容已恢复原值。如非本意，请改回。', 'The ledgers go on with what stands there now, and the journal has taken it down (command ledger.check); what could not be read is back as it was. If it was not meant, please change it back.'),
      ...(lines.length > mostLines ? [words(`仅列出前 ${mostLines} 项，共 ${lines.length} 项。`, `The first ${mostLines} of ${lines.length} are listed.`)] : []),
    ],
    facts: lines.slice(0, mostLines).map(({ difference, cell }) => ({ label: labelOf(difference, cell.property), value: inBoth((language) => lineOf(difference, cell, language)) })),
  };
};

/** N-58: a tab lacks a column that the system put there. */
export const columnGone = ({ zh, en }: Words, column: string): Message => ({
  subject: words(`“${zh}”缺少列 ${column}`, `"${en}" has lost its column ${column}`),
  body: [words('首行（隐藏）中的列名被改动或整列被删除，相关操作会失败。请在版本历史中恢复该列。', 'Its name in the hidden first row was changed or the column was deleted; what needs it fails. Please bring it back from the version history.')],
});

/** N-58: rows that were copied within a tab, so that their key stands there more than once. */
export const rowsRepeated = ({ zh, en }: Words, repeated: ReadonlyMap<string, readonly number[]>): Message => ({
  subject: words(`“${zh}”有 ${repeated.size} 个编号重复`, `"${en}" has ${repeated.size} keys more than once`),
  body: [
    words('以下编号在多行中出现，多半是复制了整行。系统只读写最上面的一行，其余各行不起作用；请删除多余的行（排序会改变哪一行在上）。', 'These keys stand in more than one row; most likely rows were copied. The system reads and writes the topmost row only, the others count for nothing. Please delete what is too much (sorting changes which one is on top).'),
    ...(repeated.size > mostLines ? [words(`仅列出前 ${mostLines} 个，共 ${repeated.size} 个。`, `The first ${mostLines} of ${repeated.size} are listed.`)] : []),
  ],
  facts: [...repeated].slice(0, mostLines).map(([key, rows]) => ({ label: inBoth(() => maskNumbers(key)), value: words(`第 ${rows.slice(0, mostLines).join('、')} 行`, `rows ${rows.slice(0, mostLines).join(', ')}`) })),
});

/** N-58: a row of the journal was changed, taken out or put in. */
export const chainBroken = (row: string): Message => ({
  subject: words('流水校验不符', 'The journal does not verify'),
  body: [words(`流水自第 ${row} 行起校验不符：此处有行被改动、删除或插入。请在版本历史中查看系统工作簿。`, `The journal's chain breaks at row ${row}: a row there was changed, deleted or put in. Please look into the version history of the system workbook.`)],
});
