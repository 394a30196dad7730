/**
 * What one execution does to spreadsheets through SpreadsheetApp.
 *
 * Writes to cells are kept back and leave together, in one commit a spreadsheet, when something of the spreadsheet is read, at `flush()`, when
 * they have become many, and at the end of the run. An execution that is killed before that has written nothing.
 */
import { GuestError, type ServiceContext } from '../../kernel/host-object';
import { cellName } from '../model/a1-notation';
import type { Area } from '../model/area';
import { enteringContext, firstViolation } from '../model/entering';
import { messages } from '../model/limits';
import { mayWrite } from '../model/protection';
import { Refusal } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { applyRequest } from '../rest/batch-update';
import type { RestEnvironment } from '../rest/router';
import type { PlainObject } from '../schema/check';
import type { Message } from '../schema/shapes';

/** Writes leave by themselves once this many cells wait (observed on the platform). */
const mostWaitingCells = 19_000;

/** What is selected in one spreadsheet, as far as the running script knows. */
export interface ActiveCells {
  readonly sheetId: number;
  readonly areas: readonly Area[];
  readonly current: Area;
}

const firstCell: Area = { top: 0, left: 0, bottom: 1, right: 1 };

interface Write {
  readonly cells: number;
  apply(draft: Spreadsheet): void;
}

const asGuestError = (error: unknown): unknown => (error instanceof Refusal ? new GuestError(error.message) : error);

export class SpreadsheetSession {
  readonly #waiting = new Map<string, Write[]>();
  #waitingCells = 0;
  readonly #active = new Map<string, ActiveCells>();
  /** What the script made active in place of its container. */
  activeSpreadsheet: string | null = null;

  constructor(
    readonly environment: RestEnvironment,
    readonly context: ServiceContext,
  ) {}

  /** The committed state, without what still waits; for structure, which is never kept back. @throws GuestError when it is out of reach */
  look(id: string): Spreadsheet {
    const spreadsheet = this.environment.library.get(id);
    if (!spreadsheet) throw new GuestError('Unexpected error while getting the method or property openById on object SpreadsheetApp.');
    if (spreadsheet.roleOf(this.context.runsAs) === null) throw new GuestError('You do not have permission to access the requested document.');
    return spreadsheet;
  }

  activate(id: string, active: ActiveCells): void {
    this.#active.set(id, active);
  }

  activateSheet(id: string, sheetId: number): void {
    if (this.activeOf(id)?.sheetId !== sheetId) this.#active.set(id, { sheetId, areas: [firstCell], current: firstCell });
  }

  /** What script code made active, else what the acting person has selected in the container; null where nobody has the spreadsheet open. */
  activeOf(id: string): ActiveCells | null {
    const made = this.#active.get(id);
    if (made) return made;
    const { selection, containerId } = this.context;
    if (!selection || containerId !== id) return null;
    const { sheetId, row, column, rows, columns } = selection;
    return { sheetId, areas: [{ top: row, left: column, bottom: row + rows, right: column + columns }], current: { top: row, left: column, bottom: row + 1, right: column + 1 } };
  }

  /** The state with everything written so far; counts one request and the cells that are read. */
  read(id: string, cells: number): Spreadsheet {
    this.flushOne(id);
    this.context.count({ requests: 1, cellsRead: cells });
    return this.look(id);
  }

  /** @throws GuestError when the sheet has been deleted */
  sheet(spreadsheet: Spreadsheet, sheetId: number): Sheet {
    const sheet = spreadsheet.sheet(sheetId);
    if (!sheet) throw new GuestError(`Sheet ${sheetId} not found`);
    return sheet;
  }

  /** Keeps a write to an area back. `apply` runs when it leaves; protection and validation are checked then, as on the platform. */
  write(id: string, sheetId: number, area: Area, apply: (draft: Spreadsheet, sheet: Sheet) => void): void {
    const cells = (area.bottom - area.top) * (area.right - area.left);
    const actor = this.context.runsAs;
    this.#keep(id, {
      cells,
      apply: (draft) => {
        const sheet = this.sheet(draft, sheetId);
        if (!mayWrite(draft, sheet, area, actor)) throw new GuestError(messages.protectedCell);
        apply(draft, sheet);
        const violation = firstViolation(draft, sheet, area, enteringContext(draft, this.environment.now()));
        if (violation) throw new GuestError(messages.validation(cellName(violation.row, violation.column)));
      },
    });
  }

  /** Keeps a request of the API back, for formats and the like. */
  writeRequest(id: string, cells: number, request: Message<'Request'>): void {
    this.#keep(id, { cells, apply: (draft) => void applyRequest({ draft, actor: this.context.runsAs, now: this.environment.now(), written: 0 }, request) });
  }

  #keep(id: string, write: Write): void {
    this.#requireEditor(id);
    const waiting = this.#waiting.get(id) ?? [];
    this.#waiting.set(id, waiting);
    waiting.push(write);
    this.#waitingCells += write.cells;
    if (this.#waitingCells > mostWaitingCells) this.flush();
  }

  #requireEditor(id: string): void {
    if (this.look(id).roleOf(this.context.runsAs) === 'viewer') throw new GuestError('You do not have permission to perform that action.');
  }

  /** Does something at once, after everything that waits: changes of structure and of the file. */
  change<T>(id: string, cells: number, apply: (draft: Spreadsheet) => T): T {
    this.#requireEditor(id);
    this.flushOne(id);
    this.context.count({ requests: 1, cellsWritten: cells });
    try {
      return this.environment.library.change(id, apply);
    } catch (error) {
      throw asGuestError(error);
    }
  }

  /** Applies one request of the API at once. */
  request(id: string, request: Message<'Request'>): PlainObject {
    return this.change(id, 0, (draft) => applyRequest({ draft, actor: this.context.runsAs, now: this.environment.now(), written: 0 }, request));
  }

  flush(): void {
    for (const id of [...this.#waiting.keys()]) this.flushOne(id);
  }

  /**
   * Writes out what waits for one spreadsheet, in one commit.
   * @throws GuestError for the first write that is refused; the writes before it have happened, those after it are dropped
   */
  flushOne(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    const cells = waiting.reduce((sum, write) => sum + write.cells, 0);
    this.#waitingCells -= cells;
    this.context.count({ requests: 1, cellsWritten: cells });
    let done = 0;
    const applyFirst = (count: number): void =>
      this.environment.library.change(id, (draft) => {
        for (const write of waiting.slice(0, count)) {
          write.apply(draft);
          done += 1;
        }
      });
    try {
      applyFirst(waiting.length);
    } catch (error) {
      const good = done;
      if (good > 0) applyFirst(good);
      throw asGuestError(error);
    }
  }
}
