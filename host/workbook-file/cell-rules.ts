/** Data validations of cells, as the rules of ranges that workbook files keep. */
import type { DataValidation } from 'hucre/xlsx';
import { columnName } from '../spreadsheet/model/a1-notation';
import { shiftedCondition } from '../spreadsheet/model/rule-formulas';
import { comparedWith, conditionFormula, type Condition, type FileSurroundings } from './file-formulas';
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

interface Run {
  readonly column: number;
  readonly rule: ApiRule;
  readonly top: number;
  bottom: number;
}

/** Whether a cell goes on with the rule of the run above it; formulas move along from cell to cell. */
function goesOn({ rule, top, bottom }: Run, row: number, next: ApiRule): boolean {
  if (bottom !== row - 1) return false;
  const condition = rule.condition && shiftedCondition(rule.condition, row - top, 0);
  return JSON.stringify({ ...rule, condition }) === JSON.stringify({ ...next, condition: next.condition });
}

/** Rules of one sheet, gathered cell by cell from top to bottom. */
export class CellRules {
  private readonly runs: Run[] = [];
  private readonly open = new Map<number, Run>();

  constructor(
    private readonly lists: ListSheet,
    private readonly around: FileSurroundings,
  ) {}

  add(row: number, column: number, rule: ApiRule | undefined): void {
    if (!rule?.condition) return;
    const run = this.open.get(column);
    if (run && goesOn(run, row, rule)) run.bottom = row;
    else {
      const next = { column, rule, top: row, bottom: row };
      this.open.set(column, next);
      this.runs.push(next);
    }
  }

  rules(): DataValidation[] {
    return this.runs.flatMap(({ column, rule, top, bottom }): DataValidation[] => {
      const letters = columnName(column);
      const told = rule.condition && this.told(rule.condition, `${letters}${top + 1}`);
      if (!told) return [];
      return [{
        ...told,
        range: `${letters}${top + 1}:${letters}${bottom + 1}`,
        allowBlank: true,
        showErrorMessage: rule.strict === true,
        errorStyle: rule.strict === true ? 'stop' : 'warning',
        ...(rule.inputMessage !== undefined && rule.inputMessage !== '' && { showInputMessage: true, inputMessage: rule.inputMessage.slice(0, 255) }),
      }];
    });
  }

  /** Null for a condition that files have no words for. */
  private told(condition: Condition, cell: string): Pick<DataValidation, 'type' | 'operator' | 'values' | 'formula1' | 'formula2'> | null {
    const words = (condition.values ?? []).map((value) => value.userEnteredValue ?? '');
    if (condition.type === 'ONE_OF_RANGE') return { type: 'list', formula1: (words[0] ?? '').replace(/^=/, '') };
    if (condition.type === 'ONE_OF_LIST') return { type: 'list', ...this.listed(words) };
    if (condition.type === 'BOOLEAN') return { type: 'list', values: words.length > 0 ? words : ['TRUE', 'FALSE'] };
    const compared = comparedWith(condition, this.around);
    if (compared) {
      const [formula1 = '0', formula2] = compared.operands;
      return { type: condition.type?.startsWith('DATE_') === true ? 'date' : 'decimal', operator: compared.operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    }
    const formula1 = conditionFormula(condition, cell, this.around);
    return formula1 === null ? null : { type: 'custom', formula1 };
  }

  private listed(words: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    const fits = words.join(',').length <= LONGEST_INLINE_LIST && words.every((word) => !/[,"]/.test(word) && word.trim() === word && word !== '');
    return fits ? { values: [...words] } : { formula1: this.lists.referTo(words) };
  }
}
