import type { TableName } from '../../../sheets-templates';
import type { JournalEntry } from '../../../src/ledger/journal';
import { momentOf } from '../moments';

export type Fields = Readonly<Record<string, unknown>>;

/** A clock as the journal has it at some moment. */
export interface Clock {
  readonly id: string;
  readonly rule: string;
  readonly object: string;
  readonly start: number;
  readonly due: number;
  /** CAL, WDC, BUS or FIX. */
  readonly mode: string;
  readonly minutes: number | null;
  readonly result: string;
  readonly stop: number | null;
  readonly isTarget: boolean;
  readonly lastLevel: number;
}

const clockOf = (id: string, row: Fields): Clock => ({
  id, rule: String(row['ruleId']), object: String(row['objectId']), start: momentOf(row['startAt']), due: momentOf(row['dueAt']), mode: String(row['clockMode']),
  minutes: row['durationMin'] === null || row['durationMin'] === undefined ? null : Number(row['durationMin']), result: String(row['result']),
  stop: row['stopAt'] === null || row['stopAt'] === undefined ? null : momentOf(row['stopAt']), isTarget: row['isTargetOnly'] === true, lastLevel: Number(row['lastLevelFired']),
});

/** The working tables as they become, entry by entry. What leaves for a yearbook is gone. */
export class Life {
  private readonly tables = new Map<TableName, Map<string, Fields>>();

  take({ changes }: JournalEntry): void {
    for (const change of changes) {
      if (change.workbook !== undefined) continue;
      const rows = this.tables.get(change.table) ?? new Map<string, Fields>();
      this.tables.set(change.table, rows);
      if (change.kind === 'delete') rows.delete(change.key);
      else rows.set(change.key, change.kind === 'insert' ? change.row : { ...rows.get(change.key), ...change.fields });
    }
  }

  row(table: TableName, key: string): Fields | undefined {
    return this.tables.get(table)?.get(key);
  }

  rows(table: TableName): readonly Fields[] {
    return [...(this.tables.get(table)?.values() ?? [])];
  }

  clock(key: string): Clock | undefined {
    const row = this.row('slaClocks', key);
    return row === undefined ? undefined : clockOf(key, row);
  }

  clocks(): readonly Clock[] {
    return [...(this.tables.get('slaClocks') ?? [])].map(([key, row]) => clockOf(key, row));
  }

  clocksOf(object: string): readonly Clock[] {
    return [...(this.tables.get('slaClocks') ?? [])].filter(([, row]) => row['objectId'] === object).map(([key, row]) => clockOf(key, row));
  }

  /** The ticket that an object is, or hangs on. */
  ticketOf(object: string): string | undefined {
    if (this.row('tickets', object) !== undefined) return object;
    for (const rows of this.tables.values()) {
      const ticket = rows.get(object)?.['ticketId'];
      if (typeof ticket === 'string') return ticket;
    }
    return undefined;
  }
}
