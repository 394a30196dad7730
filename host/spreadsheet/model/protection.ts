/** Protected ranges and sheets: who may write where. */
import type { Message } from '../schema/shapes';
import { areaOf, intersect, isCovered, type Area } from './area';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

export type ProtectedRange = Message<'ProtectedRange'>;

/** Whether a protection stops this account; the owner passes everywhere, a warning stops nobody. */
export function isBoundBy(spreadsheet: Spreadsheet, protection: ProtectedRange, email: string): boolean {
  if (protection.warningOnly === true || spreadsheet.roleOf(email) === 'owner') return false;
  const address = email.toLowerCase();
  return !(protection.editors?.users ?? []).some((user) => user.toLowerCase() === address);
}

/** Whether the account may write every cell of the area, as far as protections go. */
export function mayWrite(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, email: string): boolean {
  return sheet.details.protections.every((protection) => {
    const common = intersect(areaOf(protection.range ?? {}, sheet.size), area);
    if (!common || !isBoundBy(spreadsheet, protection, email)) return true;
    return isCovered(common, (protection.unprotectedRanges ?? []).map((range) => areaOf(range, sheet.size)));
  });
}

/** Whether the account may change the sheet as a whole: rename, delete, reorder, insert or delete where a protection lies. */
export function mayChangeSheet(spreadsheet: Spreadsheet, sheet: Sheet, email: string): boolean {
  return sheet.details.protections.every((protection) => {
    const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = protection.range ?? {};
    const isWhole = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].every((side) => side === undefined);
    return !isWhole || !isBoundBy(spreadsheet, protection, email);
  });
}
