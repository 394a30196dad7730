/** A plain table whose cells name their column, so that it can fold into cards on a phone. */
import { element, type Child } from '../element';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Child;
  readonly numeric?: boolean;
}

export function dataTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], rowClass: (row: Row) => string = () => ''): HTMLElement {
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col', class: column.numeric ? 'numeric' : null }, column.title)));
  const body = rows.map((row) => element('tr', { class: rowClass(row) || null }, ...columns.map((column) => element('td', { 'data-title': column.title, class: column.numeric ? 'numeric' : null }, column.cell(row)))));
  return element('div', { class: 'table-scroll' }, element('table', { class: 'data-table' }, element('thead', {}, head), element('tbody', {}, ...body)));
}
