/**
 * The messages of the Google Sheets API v4 that this host understands, as one table. It is read twice: the compiler derives
 * the messages' types from it, and `check.ts` checks what arrives against it. Source: the public reference of the Sheets
 * API v4. A field that is missing here is refused as Google refuses an unknown name.
 */
import { cellShapes } from './cell-shapes';
import { requestShapes } from './request-shapes';
import { sheetShapes } from './sheet-shapes';
import { valueShapes } from './value-shapes';

export const shapes = { ...cellShapes, ...sheetShapes, ...requestShapes, ...valueShapes } as const;

export type Shapes = typeof shapes;
export type MessageName = keyof Shapes;

/** The type of one field of the table. */
type FieldType<F> = F extends 'string'
  ? string
  : F extends 'int' | 'number'
    ? number
    : F extends 'boolean'
      ? boolean
      : F extends readonly [infer Element]
        ? readonly FieldType<Element>[]
        : F extends { readonly oneOf: readonly (infer Choice)[] }
          ? Choice
          : F extends { readonly mapOf: infer Element }
            ? Readonly<Record<string, FieldType<Element>>>
            : F extends MessageName
              ? Message<F>
              : unknown;

/** A message of the API as plain data. */
export type Message<K extends MessageName> = { readonly [F in keyof Shapes[K]]?: FieldType<Shapes[K][F]> };

export type GridRange = Message<'GridRange'>;
export type CellFormat = Message<'CellFormat'>;
export type DimensionName = 'ROWS' | 'COLUMNS';
