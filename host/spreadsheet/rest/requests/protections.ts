/** Requests about protected ranges and named ranges. */
import { isBoundBy, type ProtectedRange } from '../../model/protection';
import { messages } from '../../model/limits';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { Spreadsheet } from '../../model/spreadsheet';
import { isMessage } from '../../schema/check';
import { mergeByMask } from '../../schema/field-mask';
import type { GridRange } from '../../schema/shapes';
import { placeOfRange, requireSheet } from '../reference';
import { freeNumber, handle, requireFields, type Batch } from './batch';

function protectionAt(draft: Spreadsheet, id: number | undefined): { readonly sheet: Sheet; readonly protection: ProtectedRange } {
  for (const sheet of draft.sheets) {
    const protection = sheet.details.protections.find(({ protectedRangeId }) => protectedRangeId === id);
    if (protection) return { sheet, protection };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}

function requireProtectionChange({ draft, actor }: Batch, protection: ProtectedRange): void {
  if (isBoundBy(draft, protection, actor)) throw invalid(messages.protectedCell);
}

/** A protection as it is kept: with the cells it covers, and without what only an answer tells. */
function keptProtection(draft: Spreadsheet, protection: ProtectedRange, id: number): ProtectedRange {
  const { requestingUserCanEdit: _told, ...rest } = protection;
  if (protection.warningOnly === true && (protection.editors?.users ?? []).length > 0) throw invalid('ProtectedRange is warningOnly. Editors cannot be set on it.');
  const named = protection.namedRangeId === undefined ? undefined : draft.details.namedRanges.find(({ namedRangeId }) => namedRangeId === protection.namedRangeId);
  if (protection.namedRangeId !== undefined && !named) throw invalid(`No named range with id: ${protection.namedRangeId}`);
  const range = named?.range ?? protection.range;
  placeOfRange(draft, range);
  return { ...rest, protectedRangeId: id, ...(range === undefined ? {} : { range }) };
}

const protectionIds = (draft: Spreadsheet): Set<number> => new Set(draft.sheets.flatMap((sheet) => sheet.details.protections.map(({ protectedRangeId }) => protectedRangeId ?? 0)));

export const addProtectedRange = handle('AddProtectedRangeRequest', (batch, { protectedRange = {} }) => {
  const { draft } = batch;
  const taken = protectionIds(draft);
  const id = protectedRange.protectedRangeId ?? freeNumber(taken, `${draft.id}/protection/${taken.size}`);
  if (taken.has(id)) throw invalid(`A protected range with id ${id} already exists.`);
  const described = keptProtection(draft, protectedRange, id);
  // Whoever protects cells may go on editing them.
  const isCreatorOut = described.warningOnly !== true && isBoundBy(draft, described, batch.actor);
  const kept: ProtectedRange = isCreatorOut ? { ...described, editors: { ...described.editors, users: [...(described.editors?.users ?? []), batch.actor] } } : described;
  const sheet = requireSheet(draft, kept.range?.sheetId);
  sheet.details = { ...sheet.details, protections: [...sheet.details.protections, kept] };
  return { addProtectedRange: { protectedRange: kept } };
});

export const updateProtectedRange = handle('UpdateProtectedRangeRequest', (batch, { protectedRange = {}, fields }) => {
  const { draft } = batch;
  const { sheet, protection } = protectionAt(draft, protectedRange.protectedRangeId);
  requireProtectionChange(batch, protection);
  const merged = mergeByMask({ ...protection }, { ...protectedRange }, requireFields(fields, 'ProtectedRange'));
  if (!isMessage('ProtectedRange', merged)) throw invalid('Invalid protected range.');
  const kept = keptProtection(draft, merged, protection.protectedRangeId ?? 0);
  sheet.details = { ...sheet.details, protections: sheet.details.protections.filter((other) => other !== protection) };
  const target = requireSheet(draft, kept.range?.sheetId);
  target.details = { ...target.details, protections: [...target.details.protections, kept] };
});

export const deleteProtectedRange = handle('DeleteProtectedRangeRequest', (batch, { protectedRangeId }) => {
  const { sheet, protection } = protectionAt(batch.draft, protectedRangeId);
  requireProtectionChange(batch, protection);
  sheet.details = { ...sheet.details, protections: sheet.details.protections.filter((other) => other !== protection) };
});

/** Names look like identifiers and not like cells. */
function requireName(draft: Spreadsheet, name: string, except: string | null): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^[A-Za-z]{1,3}[0-9]+$/.test(name) || /^(true|false)$/i.test(name)) throw invalid(`Invalid name: ${name}`);
  const taken = draft.details.namedRanges.find((entry) => entry.name?.toLowerCase() === name.toLowerCase());
  if (taken && taken.namedRangeId !== except) throw invalid(`A named range with the name "${name}" already exists.`);
}

export const addNamedRange = handle('AddNamedRangeRequest', ({ draft }, { namedRange = {} }) => {
  const { name = '', range } = namedRange;
  requireName(draft, name, null);
  placeOfRange(draft, range);
  const taken = new Set(draft.details.namedRanges.map(({ namedRangeId }) => namedRangeId));
  const namedRangeId = namedRange.namedRangeId ?? String(freeNumber(new Set([...taken].map(Number)), `${draft.id}/name/${name}`));
  if (taken.has(namedRangeId)) throw invalid(`A named range with id ${namedRangeId} already exists.`);
  const kept: { namedRangeId: string; name: string; range: GridRange } = { namedRangeId, name, range: range ?? {} };
  draft.details = { ...draft.details, namedRanges: [...draft.details.namedRanges, kept] };
  return { addNamedRange: { namedRange: kept } };
});

export const updateNamedRange = handle('UpdateNamedRangeRequest', ({ draft }, { namedRange = {}, fields }) => {
  const former = draft.details.namedRanges.find(({ namedRangeId }) => namedRangeId === namedRange.namedRangeId);
  if (!former) throw invalid(`No named range with id: ${namedRange.namedRangeId ?? ''}`);
  const merged = mergeByMask({ ...former }, { ...namedRange }, requireFields(fields, 'NamedRange'));
  if (!isMessage('NamedRange', merged)) throw invalid('Invalid named range.');
  requireName(draft, merged.name ?? '', former.namedRangeId ?? '');
  placeOfRange(draft, merged.range);
  draft.details = { ...draft.details, namedRanges: draft.details.namedRanges.map((entry) => (entry === former ? { ...merged, ...(former.namedRangeId === undefined ? {} : { namedRangeId: former.namedRangeId }) } : entry)) };
});

export const deleteNamedRange = handle('DeleteNamedRangeRequest', ({ draft }, { namedRangeId = '' }) => {
  const rest = draft.details.namedRanges.filter((entry) => entry.namedRangeId !== namedRangeId);
  if (rest.length === draft.details.namedRanges.length) throw invalid(`No named range with id: ${namedRangeId}`);
  draft.details = { ...draft.details, namedRanges: rest };
});
