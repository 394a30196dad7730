import { createHash } from 'node:crypto';
import { defaultHolidays, holidays, staff, tables, type AnyTable, type Notice, type StaffMember, type TableName } from '../../sheets-templates';
import type { Columns, Row, Table } from '../../sheets-templates';
import type { Actor } from '../../src/app/actor';
import type { CommandDefinition, DeskSource, WorkItem } from '../../src/app/command';
import { approvalsCommands } from '../../src/app/commands/approvals';
import { findCommand } from '../../src/app/commands';
import { decide, everyDecisionReads, readEnvironment, type Decided } from '../../src/app/decide';
import type { RawInput } from '../../src/app/field';
import { tableName, type PlainRow } from '../../src/ledger/change';
import { Draft, type Snapshot } from '../../src/ledger/draft';
import { instant, isRefusal, type Refusal } from '../../src/terms';
import { company, type Person } from './make-rows';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const commandNamed = (name: string): CommandDefinition => {
  const found = findCommand(name) ?? approvalsCommands.find((definition) => definition.name === name);
  if (found === undefined) throw new Error(`No command ${name}`);
  return found;
};

/** A person of the company, somebody else of the staff, the system, or any actor as such: a customer, a visitor. */
export type Who = Person | 'system' | StaffMember | Actor;

export const actorOf = (who: Who): Actor => {
  if (who === 'system') return { kind: 'system' };
  if (typeof who === 'object' && 'kind' in who) return who;
  return { kind: 'staff', staff: typeof who === 'string' ? company[who] : who, via: 'SYSTEM' };
};

/** Ledgers in memory and a clock that a test sets: commands see only the tables they declared, as in operation. */
export class World {
  private readonly rows = new Map<TableName, Map<string, PlainRow>>();
  private tokens = 0;
  now = instant('2026-03-03 09:30');

  constructor() {
    for (const name of Object.keys(tables) as TableName[]) this.rows.set(name, new Map());
    this.add(staff, ...Object.values(company)).add(holidays, ...defaultHolidays);
  }

  add<C extends Columns>(table: Table<C>, ...rows: readonly Row<Table<C>>[]): this {
    for (const row of rows) this.of(tableName(table)).set(String((row as PlainRow)[table.key]), { ...row });
    return this;
  }

  at(moment: string): this {
    this.now = instant(moment);
    return this;
  }

  /** Decides without applying. */
  ask(who: Who, name: string, objectId: string, raw: RawInput = {}, sentAt = this.now): Decided | Refusal {
    const definition = commandNamed(name);
    const asked = { command: definition, actor: actorOf(who), objectId, raw, now: this.now, sentAt };
    return decide(this.snapshot([...definition.reads, ...(definition.picks?.indexed ?? []).map(({ table }) => table)]), asked, { digest, randomToken: () => `token-${(this.tokens += 1)}` });
  }

  /** Decides and applies; a refusal fails the test with its words. */
  run(who: Who, name: string, objectId: string, raw: RawInput = {}, sentAt = this.now): string {
    const decided = this.ask(who, name, objectId, raw, sentAt);
    if (isRefusal(decided)) throw new Error(`${name} refused: ${decided.code} ${decided.words.en}`);
    this.apply(decided);
    return decided.reply.objectId;
  }

  /** The code of the refusal, or `null` when the command would go through. */
  refusal(who: Who, name: string, objectId: string, raw: RawInput = {}): string | null {
    const decided = this.ask(who, name, objectId, raw);
    return isRefusal(decided) ? decided.code : null;
  }

  all<C extends Columns>(table: Table<C>): readonly Row<Table<C>>[] {
    return [...this.of(tableName(table)).values()] as unknown as readonly Row<Table<C>>[];
  }

  get<C extends Columns>(table: Table<C>, key: string): Row<Table<C>> {
    const found = this.of(tableName(table)).get(key);
    if (found === undefined) throw new Error(`No ${table.name} ${key}`);
    return found as unknown as Row<Table<C>>;
  }

  set<C extends Columns>(table: Table<C>, key: string, fields: Partial<Row<Table<C>>>): void {
    this.of(tableName(table)).set(key, { ...this.of(tableName(table)).get(key), ...fields });
  }

  notices(code?: string): readonly Notice[] {
    return this.all(tables.outbox).filter((notice) => code === undefined || notice.code === code);
  }

  /** A working copy of some tables, as a page or a desk reads them. */
  draft(...reads: readonly AnyTable[]): Draft {
    return new Draft(this.snapshot(reads));
  }

  desk(source: DeskSource, who: Person): readonly WorkItem[] {
    const draft = this.draft(...source.reads);
    const environment = readEnvironment(draft, this.now);
    if (isRefusal(environment)) throw new Error(environment.words.en);
    return source.items({ draft, actor: actorOf(who), now: this.now, ...environment });
  }

  private apply({ changes }: Decided): void {
    for (const change of changes) {
      const rows = this.of(change.table);
      if (change.workbook !== undefined) continue;
      if (change.kind === 'delete') rows.delete(change.key);
      else if (change.kind === 'insert') {
        if (change.table === 'outbox' && this.notices().some(({ key }) => key === change.row['key'])) throw new Error(`Told twice under one key: ${String(change.row['key'])}`);
        rows.set(change.key, change.row);
      }
      else rows.set(change.key, { ...rows.get(change.key), ...change.fields });
    }
  }

  private snapshot(reads: readonly AnyTable[]): Snapshot {
    const names = new Set([...reads, ...everyDecisionReads].map((table) => tableName(table)));
    return new Map([...names].map((name): [TableName, readonly PlainRow[]] => [name, [...this.of(name).values()]]));
  }

  private of(name: TableName): Map<string, PlainRow> {
    const rows = this.rows.get(name);
    if (rows === undefined) throw new Error(`No table ${name}`);
    return rows;
  }
}
