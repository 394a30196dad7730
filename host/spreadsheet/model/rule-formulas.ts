/** Formulas in rules: they count from the first cell of the range that has the rule, and move along to the others. */
import { formulaTemplate, type FormulaTemplate } from '../formulas/template';
import type { Message } from '../schema/shapes';
import type { CellValue } from './cell';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

export type Condition = Message<'BooleanCondition'>;

export interface Place {
  readonly row: number;
  readonly column: number;
}

const isFormula = (text: string | undefined): text is string => text?.startsWith('=') === true;

/** Whether a condition is told by formulas. The range that a list is taken from is none: it stays where it is. */
export const asksFormulas = ({ type, values = [] }: Condition): boolean => type !== 'ONE_OF_RANGE' && values.some(({ userEnteredValue }) => isFormula(userEnteredValue));

const templates = new Map<string, FormulaTemplate>();
const mostTemplates = 5000;

function templateOf(formula: string): FormulaTemplate {
  const known = templates.get(formula);
  if (known) return known;
  if (templates.size >= mostTemplates) templates.clear();
  const made = formulaTemplate(formula);
  templates.set(formula, made);
  return made;
}

/** The condition as it reads seen from a cell this far below and right of where it is told now. */
export function shiftedCondition(condition: Condition, down: number, across: number): Condition {
  if ((down === 0 && across === 0) || !asksFormulas(condition)) return condition;
  const values = (condition.values ?? []).map((value) => (isFormula(value.userEnteredValue) ? { ...value, userEnteredValue: templateOf(value.userEnteredValue).moved(down, across) } : value));
  return { ...condition, values };
}

/** What the formulas of rules of one sheet give. First all are named that will be needed, then they are computed together. */
export class RuleFormulas {
  readonly #wanted = new Set<string>();
  #answers: ReadonlyMap<string, CellValue | null> = new Map();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly sheet: Sheet,
    /** Whether the spreadsheet will be asked again as it is. */
    private readonly lasting: boolean,
  ) {}

  /** The formulas of a condition as they apply to a cell, in the order of its values; undefined where a value is none. */
  private formulas(condition: Condition, first: Place, { row, column }: Place): readonly (string | undefined)[] {
    return (condition.values ?? []).map(({ userEnteredValue }) => (isFormula(userEnteredValue) ? templateOf(userEnteredValue).at(row - first.row, column - first.column, row, column) : undefined));
  }

  want(condition: Condition, first: Place, cell: Place): void {
    for (const formula of this.formulas(condition, first, cell)) if (formula !== undefined) this.#wanted.add(formula);
  }

  compute(): void {
    if (this.#wanted.size > 0) this.#answers = this.spreadsheet.calculator?.judge(this.spreadsheet, this.sheet, [...this.#wanted], this.lasting) ?? new Map();
  }

  /** Results by the place of the value; undefined where a value is no formula, null where it was not computed. */
  results(condition: Condition, first: Place, cell: Place): readonly (CellValue | null | undefined)[] {
    return this.formulas(condition, first, cell).map((formula) => (formula === undefined ? undefined : (this.#answers.get(formula) ?? null)));
  }

  /** Whether a custom formula is true for a cell; null when it was not computed. A number other than zero is true. */
  holds(condition: Condition, first: Place, cell: Place): boolean | null {
    const [result = null] = this.results(condition, first, cell);
    if (result === null) return null;
    return result === true || (typeof result === 'number' && result !== 0);
  }
}
