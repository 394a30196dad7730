/** Dropdown lists of cells, as the rules of ranges that workbook files keep. */
import type { DataValidation } from 'hucre/xlsx';
import { columnName } from '../spreadsheet/model/a1-notation';
import type { ApiRule } from './sheet-data';

/** A list within a rule may be this long at most, and its words hold no comma. */
const LONGEST_INLINE_LIST = 255;

/** Lists that do not fit into their rule stand in a hidden sheet, one to a column. */
export class ListSheet {
  static readonly title = '_lists';
  readonly columns: (readonly string[])[] = [];

  /** The reference under which a list stands. */
  referTo(list: readonly string[]): string {
    const key = JSON.stringify(list);
    let index = this.columns.findIndex((known) => JSON.stringify(known) === key);
    if (index < 0) index = this.columns.push(list) - 1;
    const letters = columnName(index);
    return `${ListSheet.title}!$${letters}$1:$${letters}$${list.length}`;
  }

  rows(): (string | null)[][] {
    const height = Math.max(0, ...this.columns.map((list) => list.length));
    return Array.from({ length: height }, (_, row) => this.columns.map((list) => list[row] ?? null));
  }
}

/** Rules of one sheet, gathered cell by cell from top to bottom. */
export class Dropdowns {
  private readonly runs: { readonly column: number; readonly rule: ApiRule; readonly key: string; readonly top: number; bottom: number }[] = [];
  private readonly open = new Map<number, (typeof this.runs)[number]>();

  constructor(private readonly lists: ListSheet) {}

  add(row: number, column: number, rule: ApiRule | undefined): void {
    const type = rule?.condition?.type;
    if (!rule || (type !== 'ONE_OF_LIST' && type !== 'ONE_OF_RANGE')) return;
    const key = JSON.stringify(rule);
    const run = this.open.get(column);
    if (run && run.key === key && run.bottom === row - 1) run.bottom = row;
    else {
      const next = { column, rule, key, top: row, bottom: row };
      this.open.set(column, next);
      this.runs.push(next);
    }
  }

  rules(): DataValidation[] {
    return this.runs.map(({ column, rule, top, bottom }) => {
      const words = (rule.condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
      const letters = columnName(column);
      return {
        type: 'list',
        range: `${letters}${top + 1}:${letters}${bottom + 1}`,
        allowBlank: true,
        showErrorMessage: rule.strict === true,
        errorStyle: rule.strict === true ? 'stop' : 'warning',
        ...(rule.inputMessage !== undefined && rule.inputMessage !== '' && { showInputMessage: true, inputMessage: rule.inputMessage.slice(0, 255) }),
        ...(rule.condition?.type === 'ONE_OF_RANGE' ? { formula1: (words[0] ?? '').replace(/^=/, '') } : this.listed(words)),
      };
    });
  }

  private listed(words: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    const fits = words.join(',').length <= LONGEST_INLINE_LIST && words.every((word) => !/[,"]/.test(word) && word.trim() === word && word !== '');
    return fits ? { values: [...words] } : { formula1: this.lists.referTo(words) };
  }
}
