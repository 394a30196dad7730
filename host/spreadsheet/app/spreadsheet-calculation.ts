/** When a Spreadsheet computes its formulas, as it is set; and the form whose answers it takes. The workspace computes whenever somebody looks. */
import { signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { usualIteration, type SpreadsheetDetails } from '../model/spreadsheet';
import type { Message } from '../schema/shapes';
import { isWhole, requireBoolean } from './arguments';
import { enums } from './enums';
import { SpreadsheetActive } from './spreadsheet-active';

export abstract class SpreadsheetCalculation extends SpreadsheetActive {
  get #details(): SpreadsheetDetails {
    const { session, id } = this._selection();
    return session.look(id).details;
  }
  #set(properties: Message<'SpreadsheetProperties'>, fields: string): this {
    const { session, id } = this._selection();
    session.request(id, { updateSpreadsheetProperties: { properties, fields } });
    return this;
  }

  getRecalculationInterval(): EnumValue {
    return enums.RecalculationInterval.value(this.#details.recalculation ?? 'ON_CHANGE');
  }
  setRecalculationInterval(interval: unknown): this {
    const autoRecalc = enums.RecalculationInterval.nameOf(interval);
    if (autoRecalc === null) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setRecalculationInterval', [interval]);
    return this.#set({ autoRecalc }, 'autoRecalc');
  }

  isIterativeCalculationEnabled(): boolean {
    return this.#details.iteration?.enabled === true;
  }
  setIterativeCalculationEnabled(...args: readonly unknown[]): this {
    const enabled = requireBoolean('SpreadsheetApp.Spreadsheet.setIterativeCalculationEnabled', args, 0);
    return this.#keep({ enabled });
  }
  getMaxIterativeCalculationCycles(): number {
    return this.#details.iteration?.maxIterations ?? usualIteration.maxIterations;
  }
  setMaxIterativeCalculationCycles(cycles: unknown): this {
    if (!isWhole(cycles)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setMaxIterativeCalculationCycles', [cycles]);
    return this.#keep({ maxIterations: Math.trunc(cycles) });
  }
  getIterativeCalculationConvergenceThreshold(): number {
    return this.#details.iteration?.convergenceThreshold ?? usualIteration.convergenceThreshold;
  }
  setIterativeCalculationConvergenceThreshold(threshold: unknown): this {
    if (!isWhole(threshold)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setIterativeCalculationConvergenceThreshold', [threshold]);
    return this.#keep({ convergenceThreshold: threshold });
  }
  #keep(change: Partial<NonNullable<SpreadsheetDetails['iteration']>>): this {
    const { session, id } = this._selection();
    session.change(id, 0, (draft) => {
      draft.details = { ...draft.details, iteration: { enabled: false, ...usualIteration, ...draft.details.iteration, ...change } };
    });
    return this;
  }

  /** Of the form that was linked first, where several send their answers here. */
  getFormUrl(): string | null {
    const { session, id } = this._selection();
    session.look(id);
    return session.environment.formUrl(id, null);
  }
}
