/** The enums of SpreadsheetApp. */
import { GuestEnum } from '../../kernel/host-object';

const of = <Name extends string>(name: string, ...names: readonly Name[]): GuestEnum<Name> => new GuestEnum(`SpreadsheetApp.${name}`, names);

export const enums = {
  ProtectionType: of('ProtectionType', 'RANGE', 'SHEET'),
  Dimension: of('Dimension', 'ROWS', 'COLUMNS'),
  WrapStrategy: of('WrapStrategy', 'WRAP', 'OVERFLOW', 'CLIP'),
  SheetType: of('SheetType', 'GRID', 'OBJECT', 'DATASOURCE'),
  CopyPasteType: of('CopyPasteType', 'PASTE_NORMAL', 'PASTE_NO_BORDERS', 'PASTE_FORMAT', 'PASTE_FORMULA', 'PASTE_DATA_VALIDATION', 'PASTE_VALUES', 'PASTE_CONDITIONAL_FORMATTING'),
  DeveloperMetadataVisibility: of('DeveloperMetadataVisibility', 'DOCUMENT', 'PROJECT'),
  DeveloperMetadataLocationType: of('DeveloperMetadataLocationType', 'SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'),
  DataValidationCriteria: of(
    'DataValidationCriteria',
    'DATE_AFTER', 'DATE_BEFORE', 'DATE_BETWEEN', 'DATE_EQUAL_TO', 'DATE_IS_VALID_DATE', 'DATE_NOT_BETWEEN', 'DATE_ON_OR_AFTER', 'DATE_ON_OR_BEFORE',
    'NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO',
    'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO', 'TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO', 'TEXT_IS_VALID_EMAIL', 'TEXT_IS_VALID_URL',
    'VALUE_IN_LIST', 'VALUE_IN_RANGE', 'CUSTOM_FORMULA', 'CHECKBOX',
  ),
} as const;
