/** The menu of a column: sort what is shown, filter by condition or by values. */
import type { Application } from '../application';
import { element, fill } from '../element';
import { showFailure } from '../notices';
import { columnLetters } from './addresses';
import { openPopup } from './popup';
import { CONDITIONS, EVERYTHING, needsOperand, rowsShown, valueCounts, type ColumnCells, type ColumnFilter, type ConditionKind, type RowView } from './row-view';
import type { SheetGrid } from './sheet-grid';

const MOST_VALUES_LISTED = 300;

export interface FilterMenuOptions {
  readonly application: Application;
  readonly grid: SheetGrid;
  readonly column: number;
  readonly anchor: DOMRect;
  readonly view: RowView;
  readonly changed: (view: RowView) => Promise<void>;
}

/** Reads all columns that a view asks about. */
export async function columnsOf(grid: SheetGrid, view: RowView, more: readonly number[] = []): Promise<(column: number) => ColumnCells> {
  const wanted = new Set([...view.filters.keys(), ...(view.order ? [view.order.column] : []), ...more]);
  const read = await Promise.all([...wanted].map(async (column) => [column, { texts: await grid.values.texts(column), values: await grid.values.values(column) }] as const));
  const columns = new Map<number, ColumnCells>(read);
  return (column) => columns.get(column) ?? { texts: [], values: [] };
}

export async function openFilterMenu(options: FilterMenuOptions): Promise<void> {
  try {
    const { grid, column, view } = options;
    const cells = await columnsOf(grid, view, [column]);
    const { rows, frozenRows } = grid.layout.shape;
    const counts = valueCounts(cells(column), rowsShown(view, frozenRows, rows, cells, column));
    new FilterMenu(options, counts).open();
  } catch (failure) {
    showFailure(options.application, failure);
  }
}

class FilterMenu {
  private readonly without: Set<string>;
  private readonly list = element('div', { class: 'filter-values', role: 'group' });
  private readonly search = element('input', { type: 'search', class: 'filter-search', oninput: () => this.listValues() });
  private readonly kind: HTMLSelectElement;
  private readonly operand = element('input', { class: 'filter-operand' });
  private close: () => void = () => undefined;

  constructor(
    private readonly options: FilterMenuOptions,
    private readonly counts: readonly (readonly [text: string, count: number])[],
  ) {
    const { application, view, column } = options;
    const current = view.filters.get(column);
    this.without = new Set(current?.without);
    this.kind = element('select', { 'aria-label': application.word('filterCondition'), onchange: () => this.kindChosen() }, element('option', { value: '' }, application.word('noCondition')), ...CONDITIONS.map((kind) => element('option', { value: kind, selected: kind === current?.condition?.kind }, application.word(`condition-${kind}`))));
    this.operand.value = current?.condition?.operand ?? '';
    this.operand.setAttribute('aria-label', application.word('filterOperand'));
    this.search.placeholder = application.word('filterSearch');
    this.search.setAttribute('aria-label', application.word('filterSearch'));
    this.list.setAttribute('aria-label', application.word('filterValues'));
    this.kindChosen();
    this.listValues();
  }

  open(): void {
    const { application, anchor, column, view } = this.options;
    const sort = (descending: boolean, label: string) => element('button', { type: 'button', class: 'menu-item', 'aria-pressed': String(view.order?.column === column && view.order.descending === descending), onclick: () => this.apply({ ...view, order: { column, descending } }) }, label);
    const mark = (all: boolean) => () => {
      for (const text of this.matching()) if (all) this.without.delete(text);
      else this.without.add(text);
      this.listValues();
    };
    const content = element(
      'form',
      { class: 'filter-menu', onsubmit: (event) => {
        event.preventDefault();
        this.applyFilter();
      } },
      element('div', { class: 'filter-sorts' }, sort(false, application.word('sortUp')), sort(true, application.word('sortDown'))),
      element('label', { class: 'filter-title' }, application.word('filterCondition')),
      this.kind,
      this.operand,
      element('div', { class: 'filter-title' }, application.word('filterValues'), element('span', {}, element('button', { type: 'button', class: 'link', onclick: mark(true) }, application.word('selectAll')), element('button', { type: 'button', class: 'link', onclick: mark(false) }, application.word('selectNone')))),
      this.search,
      this.list,
      element('div', { class: 'filter-actions' }, element('button', { type: 'button', class: 'small', onclick: () => this.clear() }, application.word('clearFilter')), element('button', { class: 'small primary' }, application.word('apply'))),
    );
    this.close = openPopup(content, anchor, `${columnLetters(column)} ${application.word('columnMenu')}`);
  }

  private kindChosen(): void {
    const kind = this.chosenKind();
    this.operand.hidden = kind === null || !needsOperand(kind);
    this.operand.placeholder = this.options.application.word(kind === 'at-least' || kind === 'at-most' ? 'operandAmount' : 'operandText');
  }

  private chosenKind(): ConditionKind | null {
    return CONDITIONS.find((kind) => kind === this.kind.value) ?? null;
  }

  private matching(): readonly string[] {
    const wanted = this.search.value.trim().toLowerCase();
    return this.counts.map(([text]) => text).filter((text) => text.toLowerCase().includes(wanted));
  }

  private listValues(): void {
    const { application } = this.options;
    const matching = new Set(this.matching());
    const listed = this.counts.filter(([text]) => matching.has(text));
    const rows = listed.slice(0, MOST_VALUES_LISTED).map(([text, count]) => {
      const box = element('input', { type: 'checkbox', checked: !this.without.has(text), onchange: () => (box.checked ? this.without.delete(text) : this.without.add(text)) });
      return element('label', { class: 'check' }, box, element('span', { class: 'filter-text' }, text === '' ? application.word('emptyCells') : text), element('span', { class: 'count' }, count.toLocaleString('en')));
    });
    const rest = listed.length - rows.length;
    fill(this.list, ...rows, rest > 0 ? element('p', { class: 'quiet-text' }, `${application.word('moreValues')} ${rest.toLocaleString('en')}`) : null);
  }

  private applyFilter(): void {
    const { view, column } = this.options;
    const kind = this.chosenKind();
    const condition: ColumnFilter['condition'] = kind === null || (needsOperand(kind) && this.operand.value.trim() === '') ? null : { kind, operand: this.operand.value };
    const filters = new Map(view.filters);
    if (this.without.size === 0 && condition === null) filters.delete(column);
    else filters.set(column, { without: this.without, condition });
    this.apply({ ...view, filters });
  }

  private clear(): void {
    const { view, column } = this.options;
    const filters = new Map(view.filters);
    filters.delete(column);
    this.apply({ filters, order: view.order?.column === column ? EVERYTHING.order : view.order });
  }

  private apply(view: RowView): void {
    this.close();
    void this.options.changed(view);
  }
}
