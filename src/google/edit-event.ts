/** What a cell edit was, as far as a command needs it. */
export interface Edit {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  /** Zero-based, both ends included. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Empty where the platform does not tell. */
  readonly email: string;
}

/** Reads an installable edit trigger's event; null for what is none, such as a visitor's forgery: plain data has no methods. */
export const editOf = (event: unknown): Edit | null => {
  if (typeof event !== 'object' || event === null || !('range' in event)) return null;
  const { range, user } = event as GoogleAppsScript.Events.SheetsOnEdit;
  if (typeof range?.getSheet !== 'function') return null;
  const sheet = range.getSheet();
  return {
    spreadsheetId: sheet.getParent().getId(),
    sheetId: sheet.getSheetId(),
    firstRow: range.getRow() - 1,
    lastRow: range.getLastRow() - 1,
    // The user is there only where the platform may tell who it is.
    email: typeof user?.getEmail === 'function' ? user.getEmail() : '',
  };
};
