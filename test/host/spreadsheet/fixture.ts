/** A spreadsheet half over an in-memory store, with one owner, one editor and one viewer. */
import { MemoryStore } from '../../../host/kernel/memory-store';
import type { Store } from '../../../host/kernel/store';
import { createSpreadsheets } from '../../../host/spreadsheet';

export const owner = 'owner@example.com';
export const editor = 'editor@example.com';
export const viewer = 'viewer@example.com';
export const stranger = 'stranger@example.com';

/** 2026-03-05 10:30 in Shanghai. */
export const noon = Date.UTC(2026, 2, 5, 2, 30);

export type Spreadsheets = ReturnType<typeof createSpreadsheets>;

/** What lies inside plain data, by names and positions. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined), value);
}

/** The message of a refusal. */
export const messageOf = (body: unknown): unknown => inside(body, 'error', 'message');

export interface Fixture {
  readonly store: Store;
  readonly part: Spreadsheets;
  /** The answer of a REST call; the status must be the expected one. */
  rest(method: string, path: string, options?: { readonly query?: Readonly<Record<string, string | readonly string[]>>; readonly body?: unknown; readonly as?: string; readonly status?: number }): Promise<unknown>;
  /** Makes a spreadsheet with one sheet `Data` of id 0; gives its id. */
  create(sheets?: readonly unknown[]): Promise<string>;
  batch(id: string, requests: readonly unknown[], as?: string, status?: number): Promise<unknown>;
}

export function fixture(store: Store = new MemoryStore(), now: () => number = () => noon): Fixture {
  let files = 0;
  const part = createSpreadsheets({
    store,
    now,
    users: () => [owner, editor, viewer, stranger].map((email) => ({ email, name: email.split('@')[0] ?? '' })),
    newId: () => `file-${(files += 1)}`,
  });
  const rest: Fixture['rest'] = async (method, path, { query = {}, body, as = owner, status = 200 } = {}) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) for (const element of typeof value === 'string' ? [value] : value) parameters.append(name, element);
    const answer = await part.rest(method, path, parameters, body, as);
    expect({ status: answer.status, ...(answer.status === status ? {} : { body: answer.body }) }).toEqual({ status });
    return answer.body;
  };
  return {
    store,
    part,
    rest,
    create: async (sheets = [{ properties: { sheetId: 0, title: 'Data' } }]) => {
      const made: unknown = await rest('POST', '/v4/spreadsheets', { body: { properties: { title: 'Ledger' }, sheets } });
      const id = String(inside(made, 'spreadsheetId'));
      part.changeFile(id, { editors: [editor], viewers: [viewer] });
      return id;
    },
    batch: (id, requests, as = owner, status = 200) => rest('POST', `/v4/spreadsheets/${id}:batchUpdate`, { body: { requests }, as, status }),
  };
}
