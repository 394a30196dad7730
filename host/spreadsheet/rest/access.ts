/** Who may call what, and how a refusal looks as an answer of the API. */
import type { SpreadsheetLibrary } from '../model/library';
import { Refusal, type RefusalKind } from '../model/refusal';
import type { Spreadsheet } from '../model/spreadsheet';
import { PayloadProblem } from './requests/batch';

export interface ErrorBody {
  readonly error: { readonly code: number; readonly message: string; readonly status: string };
}

const codes: Readonly<Record<RefusalKind, readonly [number, string]>> = {
  invalid: [400, 'INVALID_ARGUMENT'],
  denied: [403, 'PERMISSION_DENIED'],
  missing: [404, 'NOT_FOUND'],
  unimplemented: [501, 'UNIMPLEMENTED'],
};

/** The answer for an error that was expected; anything else is a bug and goes on up. */
export function errorAnswer(error: unknown): { readonly status: number; readonly body: ErrorBody } {
  if (error instanceof PayloadProblem) return { status: 400, body: { error: { code: 400, message: error.message, status: 'INVALID_ARGUMENT' } } };
  if (!(error instanceof Refusal)) throw error;
  const [code, status] = codes[error.kind];
  return { status: code, body: { error: { code, message: error.message, status } } };
}

/** @throws Refusal for an unknown spreadsheet, and for an account that may not read it */
export function requireReader(library: SpreadsheetLibrary, id: string, actor: string): Spreadsheet {
  const spreadsheet = library.get(id);
  if (!spreadsheet) throw new Refusal('missing', 'Requested entity was not found.');
  if (spreadsheet.roleOf(actor) === null) throw new Refusal('denied', 'The caller does not have permission');
  return spreadsheet;
}

/** @throws Refusal for an unknown spreadsheet, and for an account that may not write it */
export function requireEditor(library: SpreadsheetLibrary, id: string, actor: string): Spreadsheet {
  const spreadsheet = requireReader(library, id, actor);
  if (spreadsheet.roleOf(actor) === 'viewer') throw new Refusal('denied', 'The caller does not have permission');
  return spreadsheet;
}
