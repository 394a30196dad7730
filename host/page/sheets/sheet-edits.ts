/** Writes what a person typed, pasted or filled, one edit after the other, and remembers it for taking back. */
import type { EditOutcome, GroupView, StructureChange, StructureOutcome } from '../../contract';
import type { Application } from '../application';
import { showFailure, showNotice } from '../notices';
import { requestAsking } from '../questions';
import type { CellWindows } from './cell-windows';
import { editBlocks, type ChangedCell, type EditBlock } from './edit-blocks';
import type { Dimension } from './folds';
import { replay, type DoneBlock, type EditHistory } from './edit-history';

/** More cells than this are not changed at once. */
export const MOST_CELLS_AT_ONCE = 100_000;
const ROWS_READ_AT_ONCE = 500;

interface Place {
  readonly application: Application;
  readonly spreadsheetId: string;
  readonly sheetId: number;
}

export class SheetEdits {
  /** Texts typed but not yet answered by the server, by `row:column`. */
  readonly pending = new Map<string, string>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly place: Place,
    private readonly windows: CellWindows,
    private readonly history: EditHistory,
    private readonly events: { readonly drawn: () => void; readonly changed: () => Promise<void> },
  ) {}

  /** Writes as if typed, `then` after `cells` and only when those were accepted. Old values come back by themselves when not. */
  write(cells: readonly ChangedCell[], then: readonly ChangedCell[] = []): Promise<void> {
    if (cells.length > MOST_CELLS_AT_ONCE) {
      showNotice(this.place.application.word('editRefused'), this.place.application.word('tooManyCells'), 'refusal');
      return Promise.resolve();
    }
    return this.queued([...editBlocks(cells), ...editBlocks(then)], async (blocks) => {
      const step = await this.writeBlocks(blocks);
      if (step.length > 0) this.history.record({ kind: 'cells', blocks: step });
    });
  }

  /** Asks the server about a protected cell, which says in its own words why it is. */
  ask(row: number, column: number, input: string): Promise<void> {
    return this.queued([], async () => {
      await this.post({ row, column, values: [[input]] });
    });
  }

  /** Inserts, deletes, moves or sorts rows or columns, after what was typed before. */
  changeStructure(change: StructureChange): Promise<void> {
    return this.queued([], async () => {
      const name = await this.postStructure('', { sheet: this.place.sheetId, change });
      if (name !== null) this.history.record({ kind: 'structure', name });
    });
  }

  /** Folds a group that is open, opens one that is folded. */
  fold(dimension: Dimension, { start, end, depth, collapsed }: GroupView): Promise<void> {
    return this.changeStructure({ kind: 'fold', dimension, start, end, depth, collapsed: !collapsed });
  }

  async undo(): Promise<void> {
    await this.repeat('undo');
  }
  async redo(): Promise<void> {
    await this.repeat('redo');
  }

  private async repeat(kind: 'undo' | 'redo'): Promise<void> {
    await this.queue.catch(() => undefined);
    const step = kind === 'undo' ? this.history.takeUndo() : this.history.takeRedo();
    if (!step) return;
    await this.queued([], async () => {
      const done = step.kind === 'cells' ? await this.repeatCells(step.blocks, kind) : (await this.postStructure('/repeat', { step: step.name, direction: kind })) !== null;
      if (!done) this.history.giveBack(kind);
    });
  }

  /** False when the server refused. */
  private async repeatCells(step: readonly DoneBlock[], kind: 'undo' | 'redo'): Promise<boolean> {
    const { application } = this.place;
    // What others did in the meantime must be seen.
    this.windows.forget();
    const now = await this.inputs(step.map(({ row, column, before }) => ({ row, column, values: before })));
    const { blocks, changedSince } = replay(step, kind, (row, column) => now.get(`${row}:${column}`) ?? '');
    if (changedSince) showNotice(application.word('changedSince'), application.word(kind === 'undo' ? 'undoSkipped' : 'redoSkipped'), 'refusal');
    this.show(blocks);
    for (const block of blocks) if (!(await this.post(block))) return false;
    return true;
  }

  private async writeBlocks(blocks: readonly EditBlock[]): Promise<DoneBlock[]> {
    // What is taken back later must be what was really there.
    this.windows.forget();
    const former = await this.inputs(blocks);
    const done: { readonly block: EditBlock; readonly before: readonly (readonly string[])[] }[] = [];
    for (const block of blocks) {
      const before = block.values.map((line, down) => line.map((_, across) => former.get(`${block.row + down}:${block.column + across}`) ?? ''));
      if (!(await this.post(block))) break;
      done.push({ block, before });
    }
    this.windows.forget();
    const held = await this.inputs(done.map(({ block }) => block));
    return done.map(({ block: { row, column, values }, before }) => ({ row, column, before, after: values.map((line, down) => line.map((text, across) => held.get(`${row + down}:${column + across}`) ?? text)) }));
  }

  /** True when the server accepted it; says why when not. */
  private async post({ row, column, values }: EditBlock): Promise<boolean> {
    const outcome = await this.ordered<EditOutcome>('/cells', { sheet: this.place.sheetId, row, column, values });
    const said = outcome?.accepted === true ? outcome.shown?.toast : undefined;
    if (said !== undefined) showNotice(said);
    return outcome !== null;
  }

  /** The name of the change, by which it is taken back; null when it was refused. */
  private async postStructure(path: string, body: object): Promise<string | null> {
    const outcome = await this.ordered<StructureOutcome>(`/structure${path}`, body);
    return outcome?.accepted === true ? outcome.step : null;
  }

  /** Null when the server did not accept it, which is said then. */
  private async ordered<Outcome extends EditOutcome>(path: string, body: object): Promise<Outcome | null> {
    const { application, spreadsheetId } = this.place;
    try {
      const outcome = await requestAsking<Outcome>(application, application.word('scriptSays'), application.path(`/api/spreadsheets/${encodeURIComponent(spreadsheetId)}${path}`), body);
      if (outcome.accepted) return outcome;
      showNotice(application.word('editRefused'), outcome.message, 'refusal');
    } catch (failure) {
      showFailure(application, failure);
    }
    return null;
  }

  /** What the cells of these blocks hold now, as the formula bar shows it. */
  private async inputs(blocks: readonly { readonly row: number; readonly column: number; readonly values: readonly (readonly string[])[] }[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { row, column, values } of blocks) {
      for (let from = 0; from < values.length; from += ROWS_READ_AT_ONCE) {
        const lines = values.slice(from, from + ROWS_READ_AT_ONCE);
        await this.windows.need(lines.map((_, down) => row + from + down));
        for (const [down, line] of lines.entries()) for (const across of line.keys()) found.set(`${row + from + down}:${column + across}`, this.windows.at(row + from + down, column + across)?.input ?? '');
      }
    }
    return found;
  }

  private queued(blocks: readonly EditBlock[], work: (blocks: readonly EditBlock[]) => Promise<void>): Promise<void> {
    this.show(blocks);
    const working = this.queue.catch(() => undefined).then(async () => {
      try {
        await work(blocks);
      } catch (failure) {
        showFailure(this.place.application, failure);
      }
      this.windows.forget();
      await this.events.changed();
    });
    this.queue = working.finally(() => {
      if (this.queue === settled) this.pending.clear();
      this.events.drawn();
    });
    const settled = this.queue;
    return working;
  }

  /** Shows what was typed until the server has answered. */
  private show(blocks: readonly EditBlock[]): void {
    for (const { row, column, values } of blocks) for (const [down, line] of values.entries()) for (const [across, text] of line.entries()) this.pending.set(`${row + down}:${column + across}`, text);
    this.events.drawn();
  }
}
