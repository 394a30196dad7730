/** Messages of the `values` collection and of the calls on whole spreadsheets. */
const renderOption = { oneOf: ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] } as const;
const dateTimeOption = { oneOf: ['SERIAL_NUMBER', 'FORMATTED_STRING'] } as const;
const inputOption = { oneOf: ['INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED'] } as const;
const majorDimension = { oneOf: ['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS'] } as const;

export const valueShapes = {
  ValueRange: { range: 'string', majorDimension, values: ['any'] },
  BatchUpdateValuesRequest: {
    valueInputOption: inputOption,
    data: ['ValueRange'],
    includeValuesInResponse: 'boolean',
    responseValueRenderOption: renderOption,
    responseDateTimeRenderOption: dateTimeOption,
  },
  BatchClearValuesRequest: { ranges: ['string'] },
  ClearValuesRequest: {},
  BatchGetValuesByDataFilterRequest: {
    dataFilters: ['DataFilter'], majorDimension, valueRenderOption: renderOption, dateTimeRenderOption: dateTimeOption,
  },
  DataFilterValueRange: { dataFilter: 'DataFilter', majorDimension, values: ['any'] },
  BatchUpdateValuesByDataFilterRequest: {
    valueInputOption: inputOption, data: ['DataFilterValueRange'], includeValuesInResponse: 'boolean', responseValueRenderOption: renderOption, responseDateTimeRenderOption: dateTimeOption,
  },
  BatchClearValuesByDataFilterRequest: { dataFilters: ['DataFilter'] },
  CopySheetToAnotherSpreadsheetRequest: { destinationSpreadsheetId: 'string' },
  GetSpreadsheetByDataFilterRequest: { dataFilters: ['DataFilter'], includeGridData: 'boolean', excludeTablesInBandedRanges: 'boolean' },
  SearchDeveloperMetadataRequest: { dataFilters: ['DataFilter'] },
  BatchUpdateSpreadsheetRequest: {
    requests: ['Request'], includeSpreadsheetInResponse: 'boolean', responseRanges: ['string'], responseIncludeGridData: 'boolean',
  },
} as const;
