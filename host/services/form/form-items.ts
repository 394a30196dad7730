/** Items with answers in words, steps or grids, items without answers, and which class stands for which type. */
import type { FormItem, FormItemType } from '../../kernel/form-model';
import { GuestError, signatureMismatch } from '../../kernel/host-object';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './date-items';
import { Item, ItemResponse, QuestionItem, type ItemHome } from './form-item';
import { Validation } from './form-validation';
import { ImageItem, PageBreakItem, VideoItem } from './layout-items';

export class TextItem extends QuestionItem {
  static override readonly guestName: string = 'TextItem';
  setValidation(validation: unknown): this {
    if (!(validation instanceof Validation)) throw signatureMismatch('FormApp.TextItem.setValidation', [validation]);
    return this._change({ rule: validation._rule() });
  }
  clearValidation(): this {
    return this._change({ rule: null });
  }
  createResponse(text: unknown): ItemResponse {
    return new ItemResponse(this, String(text));
  }
}

class ParagraphTextItem extends TextItem {
  static override readonly guestName = 'ParagraphTextItem';
}

class ScaleItem extends QuestionItem {
  static override readonly guestName = 'ScaleItem';
  getLowerBound(): number {
    return this._item.lower;
  }
  getUpperBound(): number {
    return this._item.upper;
  }
  setBounds(lower: unknown, upper: unknown): this {
    if (![0, 1].includes(Number(lower)) || !(Number(upper) >= 3 && Number(upper) <= 10)) throw new GuestError('Invalid scale bounds.');
    return this._change({ lower: Number(lower), upper: Number(upper) });
  }
  getLeftLabel(): string {
    return this._item.lowerLabel;
  }
  getRightLabel(): string {
    return this._item.upperLabel;
  }
  setLabels(lowerLabel: unknown, upperLabel: unknown): this {
    return this._change({ lowerLabel: String(lowerLabel), upperLabel: String(upperLabel) });
  }
  createResponse(value: unknown): ItemResponse {
    const { lower, upper } = this._item;
    const step = Number(value);
    if (!Number.isInteger(step) || step < lower || step > upper) throw new GuestError(`Invalid response submitted to a scale question: ${String(value)}`);
    return new ItemResponse(this, String(step));
  }
}

class GridItem extends QuestionItem {
  static override readonly guestName: string = 'GridItem';
  getRows(): readonly string[] {
    return this._item.rows;
  }
  setRows(rows: unknown): this {
    return this._change({ rows: Array.isArray(rows) ? rows.map(String) : [] });
  }
  getColumns(): readonly string[] {
    return this._item.columns;
  }
  setColumns(columns: unknown): this {
    return this._change({ columns: Array.isArray(columns) ? columns.map(String) : [] });
  }
  setValidation(validation: unknown): this {
    if (!(validation instanceof Validation)) throw signatureMismatch('FormApp.GridItem.setValidation', [validation]);
    return this._change({ rule: validation._rule() });
  }
  clearValidation(): this {
    return this._change({ rule: null });
  }
  /** A grid's rows are answered by a column, a check box grid's by several. */
  createResponse(values: unknown): ItemResponse {
    if (!Array.isArray(values) || values.length > this._item.rows.length) throw new GuestError(`Wrong number of responses: ${Array.isArray(values) ? values.length : 0}. Expected exactly: ${this._item.rows.length}.`);
    const given: readonly unknown[] = values.flat();
    const unknown = given.filter((column) => typeof column === 'string').find((column) => column !== '' && !this._item.columns.includes(column));
    if (unknown !== undefined) throw new GuestError(`Invalid response submitted to a grid question: ${unknown}`);
    return new ItemResponse(this, values.map((value: unknown) => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '')));
  }
}

class CheckboxGridItem extends GridItem {
  static override readonly guestName = 'CheckboxGridItem';
}

class SectionHeaderItem extends Item {
  static override readonly guestName = 'SectionHeaderItem';
}

class UnansweredItem extends QuestionItem {
  static override readonly guestName = 'Item';
}

/** The object for an item, of the class its type asks for. */
export function itemObject(home: ItemHome, { id, type }: FormItem): Item {
  const build = builders[type] ?? UnansweredItem;
  return new build(home, id);
}

const builders: Readonly<Partial<Record<FormItemType, new (home: ItemHome, id: number) => Item>>> = {
  TEXT: TextItem,
  PARAGRAPH_TEXT: ParagraphTextItem,
  MULTIPLE_CHOICE: MultipleChoiceItem,
  LIST: ListItem,
  CHECKBOX: CheckboxItem,
  DATE: DateItem,
  DATETIME: DateTimeItem,
  TIME: TimeItem,
  DURATION: DurationItem,
  IMAGE: ImageItem,
  VIDEO: VideoItem,
  SCALE: ScaleItem,
  GRID: GridItem,
  CHECKBOX_GRID: CheckboxGridItem,
  SECTION_HEADER: SectionHeaderItem,
  PAGE_BREAK: PageBreakItem,
};
