/** The toggles of groups beside row numbers and column letters, and what they say. */
import type { GroupView } from '../../contract';
import type { Application } from '../application';
import { element } from '../element';
import { columnLetters } from './addresses';
import { FOLD_STEP, type Dimension, type Folds } from './folds';

/** What a toggle does, in words. */
export function foldLabel(application: Application, dimension: Dimension, { start, end, collapsed }: GroupView): string {
  const rows = dimension === 'ROWS';
  const name = (place: number): string => (rows ? String(place + 1) : columnLetters(place));
  const word = rows ? (collapsed ? 'unfoldRows' : 'foldRows') : collapsed ? 'unfoldColumns' : 'foldColumns';
  return application.word(word).replace('{from}', name(start)).replace('{to}', name(end - 1));
}

/** The toggles of a header and the lines of the groups that it lies in. */
export function foldMarks(folds: Folds, position: number, place: number, label: (group: GroupView) => string, toggle: (group: GroupView) => void): readonly HTMLElement[] {
  const rows = folds.dimension === 'ROWS';
  const lines = folds.holding(place).map(({ depth }) => {
    const line = element('span', { class: rows ? 'fold-line' : 'fold-line across', 'aria-hidden': 'true' });
    line.style.setProperty(rows ? 'left' : 'top', `${rows ? (depth - 1) * FOLD_STEP + FOLD_STEP / 2 : (depth - 1) * 3}px`);
    return line;
  });
  const toggles = folds.at(position).map((group) => {
    const button = element('button', { type: 'button', class: 'fold-toggle', tabindex: -1, 'aria-label': label(group), title: label(group), 'aria-expanded': String(!group.collapsed), onclick: () => toggle(group) }, group.collapsed ? '+' : '−');
    button.style.left = `${(group.depth - 1) * FOLD_STEP + (rows ? 0 : 2)}px`;
    return button;
  });
  return [...lines, ...toggles];
}
