/** Conditional format rules and their builder: formats by condition, and colour scales. */
import { HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import type { CellFormat, Message } from '../schema/shapes';
import { hexOfStyle, styleOfArgument } from './color';
import { CriteriaBuilder, criteriaTypeOf, criteriaValuesOf, type Condition } from './criteria';
import { enums } from './enums';
import { operandContext, type OperandContext } from './operands';
import { RangePlace, type AppObjects } from './range-place';
import type { SpreadsheetSession } from './session';

type Rule = Message<'ConditionalFormatRule'>;
type Point = Message<'InterpolationPoint'>;
type PointName = 'minpoint' | 'midpoint' | 'maxpoint';

/** The spreadsheet that a rule's ranges belong to; null for a rule that is still to be set. */
export interface RuleSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string | null;
}

const method = 'SpreadsheetApp.ConditionalFormatRuleBuilder';

export class BooleanCondition extends HostObject {
  static override readonly guestName = 'BooleanCondition';
  constructor(
    readonly _rule: Message<'BooleanRule'>,
    readonly _operands: OperandContext,
  ) {
    super();
  }
  getCriteriaType(): EnumValue | null {
    return criteriaTypeOf(this._rule.condition);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValuesOf(this._rule.condition, this._operands);
  }
  getBackground(): string | null {
    return hexOfStyle(this._rule.format?.backgroundColorStyle, this._rule.format?.backgroundColor);
  }
  getFontColor(): string | null {
    return hexOfStyle(this._rule.format?.textFormat?.foregroundColorStyle, this._rule.format?.textFormat?.foregroundColor);
  }
  getBold(): boolean | null {
    return this._rule.format?.textFormat?.bold ?? null;
  }
  getItalic(): boolean | null {
    return this._rule.format?.textFormat?.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this._rule.format?.textFormat?.strikethrough ?? null;
  }
  getUnderline(): boolean | null {
    return this._rule.format?.textFormat?.underline ?? null;
  }
}

export class GradientCondition extends HostObject {
  static override readonly guestName = 'GradientCondition';
  constructor(readonly _rule: Message<'GradientRule'>) {
    super();
  }
  #color(name: PointName): string {
    return hexOfStyle(this._rule[name]?.colorStyle, this._rule[name]?.color) ?? '';
  }
  #type(name: PointName): EnumValue | null {
    const type = enums.InterpolationType.names.find((known) => known === this._rule[name]?.type);
    return type === undefined ? null : enums.InterpolationType.value(type);
  }
  getMinColor(): string {
    return this.#color('minpoint');
  }
  getMinType(): EnumValue | null {
    return this.#type('minpoint');
  }
  getMinValue(): string {
    return this._rule.minpoint?.value ?? '';
  }
  getMidColor(): string {
    return this.#color('midpoint');
  }
  getMidType(): EnumValue | null {
    return this.#type('midpoint');
  }
  getMidValue(): string {
    return this._rule.midpoint?.value ?? '';
  }
  getMaxColor(): string {
    return this.#color('maxpoint');
  }
  getMaxType(): EnumValue | null {
    return this.#type('maxpoint');
  }
  getMaxValue(): string {
    return this._rule.maxpoint?.value ?? '';
  }
}

const booleanOf = ({ session, id }: RuleSeat, { booleanRule }: Rule): BooleanCondition | null => (booleanRule ? new BooleanCondition(booleanRule, operandContext(session, id)) : null);
const gradientOf = ({ gradientRule }: Rule): GradientCondition | null => (gradientRule ? new GradientCondition(gradientRule) : null);

function rangesOf({ session, objects, id }: RuleSeat, { ranges = [] }: Rule): HostObject[] {
  if (id === null) return [];
  return ranges.map((range) => objects.range(id, range.sheetId ?? 0, areaOf(range, session.sheet(session.look(id), range.sheetId ?? 0).size)));
}

export class ConditionalFormatRule extends HostObject {
  static override readonly guestName = 'ConditionalFormatRule';
  constructor(
    readonly _seat: RuleSeat,
    readonly _rule: Rule,
  ) {
    super();
  }
  getBooleanCondition(): BooleanCondition | null {
    return booleanOf(this._seat, this._rule);
  }
  getGradientCondition(): GradientCondition | null {
    return gradientOf(this._rule);
  }
  getRanges(): HostObject[] {
    return rangesOf(this._seat, this._rule);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this._seat, this._rule);
  }
}

export class ConditionalFormatRuleBuilder extends CriteriaBuilder {
  static override readonly guestName = 'ConditionalFormatRuleBuilder';
  #seat: RuleSeat;
  #rule: Rule;
  constructor(seat: RuleSeat, rule: Rule = {}) {
    super();
    this.#seat = seat;
    this.#rule = rule;
  }
  override get _operands(): OperandContext {
    return operandContext(this.#seat.session, this.#seat.id);
  }
  override _setCondition(condition: Condition): void {
    const { gradientRule: _gradient, ...rest } = this.#rule;
    this.#rule = { ...rest, booleanRule: { ...this.#rule.booleanRule, condition } };
  }
  #format(change: CellFormat): this {
    const former = this.#rule.booleanRule?.format ?? {};
    const format = { ...former, ...change, textFormat: { ...former.textFormat, ...change.textFormat } };
    this.#rule = { ...this.#rule, booleanRule: { ...this.#rule.booleanRule, format } };
    return this;
  }
  setBackground(color: unknown): this {
    const style = styleOfArgument(`${method}.setBackground`, color);
    return this.#format(style === undefined ? {} : { backgroundColorStyle: style, ...(style.rgbColor ? { backgroundColor: style.rgbColor } : {}) });
  }
  setFontColor(color: unknown): this {
    const style = styleOfArgument(`${method}.setFontColor`, color);
    return this.#format(style === undefined ? {} : { textFormat: { foregroundColorStyle: style, ...(style.rgbColor ? { foregroundColor: style.rgbColor } : {}) } });
  }
  setBold(bold: unknown): this {
    return this.#format({ textFormat: { bold: bold === true } });
  }
  setItalic(italic: unknown): this {
    return this.#format({ textFormat: { italic: italic === true } });
  }
  setStrikethrough(strikethrough: unknown): this {
    return this.#format({ textFormat: { strikethrough: strikethrough === true } });
  }
  setUnderline(underline: unknown): this {
    return this.#format({ textFormat: { underline: underline === true } });
  }
  #point(name: PointName, color: unknown, point: Point): this {
    const style = styleOfArgument(`${method}.${name}`, color);
    if (style === undefined) throw signatureMismatch(`${method}.${name}`, [color]);
    const { booleanRule: _boolean, ...rest } = this.#rule;
    this.#rule = { ...rest, gradientRule: { ...this.#rule.gradientRule, [name]: { ...point, colorStyle: style, ...(style.rgbColor ? { color: style.rgbColor } : {}) } } };
    return this;
  }
  #pointWithValue(name: PointName, color: unknown, type: unknown, value: unknown): this {
    const known = enums.InterpolationType.nameOf(type);
    if (!known) throw signatureMismatch(`${method}.${name}`, [color, type, value]);
    return this.#point(name, color, { type: known, value: String(value) });
  }
  setGradientMinpoint(color: unknown): this {
    return this.#point('minpoint', color, { type: 'MIN' });
  }
  setGradientMinpointWithValue(color: unknown, type: unknown, value: unknown): this {
    return this.#pointWithValue('minpoint', color, type, value);
  }
  setGradientMidpointWithValue(color: unknown, type: unknown, value: unknown): this {
    return this.#pointWithValue('midpoint', color, type, value);
  }
  setGradientMaxpoint(color: unknown): this {
    return this.#point('maxpoint', color, { type: 'MAX' });
  }
  setGradientMaxpointWithValue(color: unknown, type: unknown, value: unknown): this {
    return this.#pointWithValue('maxpoint', color, type, value);
  }
  setRanges(...args: readonly unknown[]): this {
    if (!Array.isArray(args[0])) throw signatureMismatch(`${method}.setRanges`, args);
    const ranges = args[0].map((range: unknown) => {
      if (!(range instanceof RangePlace)) throw signatureMismatch(`${method}.setRanges`, args);
      this.#seat = { ...this.#seat, id: range._seat.id };
      return range._gridRange;
    });
    this.#rule = { ...this.#rule, ranges };
    return this;
  }
  getRanges(): HostObject[] {
    return rangesOf(this.#seat, this.#rule);
  }
  getBooleanCondition(): BooleanCondition | null {
    return booleanOf(this.#seat, this.#rule);
  }
  getGradientCondition(): GradientCondition | null {
    return gradientOf(this.#rule);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#seat, this.#rule);
  }
  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.#seat, this.#rule);
  }
}

/** The rules of `setConditionalFormatRules`. @throws GuestError for anything but a list of rules */
export function conditionalRulesOf(args: readonly unknown[]): readonly Rule[] {
  const name = 'SpreadsheetApp.Sheet.setConditionalFormatRules';
  if (!Array.isArray(args[0])) throw signatureMismatch(name, args);
  return args[0].map((rule: unknown) => {
    if (!(rule instanceof ConditionalFormatRule)) throw signatureMismatch(name, args);
    return rule._rule;
  });
}
