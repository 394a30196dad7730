/** What keys do while nothing is being typed, as people know it from spreadsheets. */
import type { CellEditor } from './cell-editor';
import type { Direction } from './grid-walk';
import type { SheetGrid } from './sheet-grid';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowDown: 'down', ArrowUp: 'up', ArrowRight: 'right', ArrowLeft: 'left' };

/** Keys in the order they were pressed: those that come while a way is being looked up wait for where it leads. */
export class GridKeys {
  private readonly held: KeyboardEvent[] = [];

  constructor(
    private readonly grid: SheetGrid,
    private readonly editor: CellEditor,
  ) {}

  pressed(event: KeyboardEvent): void {
    if (this.grid.walk.underway) {
      // The browser's own events of the clipboard follow these keys; blocks wait by themselves.
      if ((event.ctrlKey || event.metaKey) && ['c', 'x', 'v'].includes(event.key.toLowerCase())) return;
      event.preventDefault();
      this.held.push(event);
      return;
    }
    if (gridKey(this.grid, event)) event.preventDefault();
    if (this.grid.walk.underway) void this.goOn();
  }

  private async goOn(): Promise<void> {
    for (;;) {
      await this.grid.walk.underway;
      const event = this.held.shift();
      if (!event) return;
      if (this.editor.active || !gridKey(this.grid, event)) this.editor.replay(event);
    }
  }
}

/** Does what the key asks for; false when it asks for nothing here and may be typed. */
function gridKey(grid: SheetGrid, event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  const { key, shiftKey: extend, altKey } = event;
  const arrow = ARROWS[key];
  if (altKey && key === 'ArrowDown') grid.openColumnMenu(grid.selection.active.column);
  else if (arrow && command) grid.walk.jump(arrow, extend);
  else if (arrow) grid.walk.move(arrow, extend);
  else if (key === 'Enter' && !command) grid.walk.enter(extend);
  else if (key === 'Tab' && !command) grid.walk.step(extend ? 'left' : 'right');
  else if (key === 'F2') grid.open();
  else if (key === 'Escape') grid.blocks.forgetCopied();
  // Tab walks through cells, so another key must lead out of them.
  else if (key === 'F6') grid.options.leave();
  else if (key === 'Delete' || key === 'Backspace') void grid.blocks.clear();
  else if (key === 'Home') grid.walk.toStart(command, extend);
  else if (key === 'End') grid.walk.toEnd(command, extend);
  else if (key === 'PageDown' || key === 'PageUp') grid.walk.page(key === 'PageDown' ? 1 : -1, extend);
  else if (key === ' ' && (command || extend)) grid.walk.selectWhole(command ? (extend ? 'all' : 'columns') : 'rows');
  else if (key === 'ContextMenu' || (key === 'F10' && extend)) grid.openContextMenu();
  else if (command && !altKey) return commandKey(grid, key.toLowerCase(), extend);
  else return false;
  return true;
}

function commandKey(grid: SheetGrid, key: string, extend: boolean): boolean {
  if (key === 'a') grid.walk.selectWhole('all');
  else if (key === 'z') void (extend ? grid.edits.redo() : grid.edits.undo());
  else if (key === 'y') void grid.edits.redo();
  else if (key === 'd') void grid.fills.fillWithin('down');
  else if (key === 'r') void grid.fills.fillWithin('right');
  else if (key === 'f') grid.options.find();
  else return false;
  return true;
}
