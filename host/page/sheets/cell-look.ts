/** How a cell is drawn: its text, its colours, its corner mark and its chip. */
import type { CellProps, HyperFunc, VNode } from '@revolist/revogrid';
import type { CellView } from '../../contract';

export function cellProperties(cell: CellView | undefined, pending: boolean): CellProps {
  if (!cell) return { class: 'cell-waiting' };
  const classes = ['cell'];
  if (cell.note !== undefined && cell.note !== '') classes.push('has-note');
  if (cell.locked) classes.push('locked');
  if (cell.bold) classes.push('bold');
  if (pending) classes.push('pending');
  const style: Record<string, string> = {};
  if (cell.background !== undefined) style['background-color'] = cell.background;
  if (cell.color !== undefined) style['color'] = cell.color;
  if (cell.align !== undefined) style['text-align'] = cell.align;
  return { class: classes.join(' '), style, ...(cell.note !== undefined && cell.note !== '' && { 'data-note': cell.note }) };
}

export function cellContent(createElement: HyperFunc<VNode>, cell: CellView | undefined, pendingText: string | undefined): VNode | string {
  const text = pendingText ?? cell?.text ?? '';
  if (!cell?.choices || cell.locked) return text;
  return createElement('span', { class: text === '' ? 'chip empty' : 'chip' }, text);
}
