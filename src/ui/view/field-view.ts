import type { Field } from '../../app/field';
import type { FieldView } from '../protocol';

/** A command's field as a page needs it: every property present, choices in the order of the command. */
export const fieldView = (field: Field): FieldView => ({
  name: field.name,
  kind: field.kind,
  label: field.label,
  required: field.required ?? false,
  help: field.help ?? null,
  choices: field.choices === undefined ? null : Object.entries(field.choices).map(([code, label]) => ({ code, label })),
  minimum: field.minimum ?? null,
  maximum: field.maximum ?? null,
  columns: (field.columns ?? []).map(fieldView),
  initial: field.initial ?? null,
  ...(field.copy === true && { copy: true }),
});
