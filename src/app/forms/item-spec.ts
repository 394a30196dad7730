import type { FieldKind } from '../field';

/** Item types of FormApp that forms here are made of. */
export type ItemType = 'TEXT' | 'PARAGRAPH_TEXT' | 'MULTIPLE_CHOICE' | 'LIST' | 'CHECKBOX' | 'DATE' | 'DATETIME' | 'SECTION_HEADER';

/** What a text item checks while somebody types; the command checks again. */
export type ItemValidation =
  | { readonly kind: 'length'; readonly minimum: number | null; readonly maximum: number | null }
  | { readonly kind: 'whole number'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'pattern'; readonly pattern: string };

export interface ItemChoice {
  readonly code: string;
  /** As the form shows it and as the answer brings it back; no two of one item are equal. */
  readonly label: string;
}

/** One item of a form, made from a field of the form's command. */
export interface ItemSpec {
  /** Stable within the form: `faultDesc`, `lines.2.qty`. Item ids are kept under it. */
  readonly key: string;
  readonly fieldName: string;
  readonly fieldKind: FieldKind;
  /** For a field of a line: which line, from 1, and which column of it. */
  readonly line: number | null;
  readonly column: string | null;
  readonly type: ItemType;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly choices: readonly ItemChoice[];
  readonly validation: ItemValidation | null;
}

/** The item that carries the personal, signed link code of an engineer's form. */
export const linkCodeKey = '@link';
