/** Limits of the platform and the words it uses at them (published limits of Google Sheets and observed messages). */
export const maximumCellCharacters = 50_000;
export const maximumCells = 10_000_000;
export const maximumColumns = 18_278;
export const maximumMetadataCharacters = 30_000;

export const messages = {
  cellTooLong: `Your input contains more than the maximum of ${maximumCellCharacters} characters in a single cell.`,
  tooManyCells: `This action would increase the number of cells in the workbook above the limit of ${maximumCells} cells.`,
  protectedCell:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  validation: (cell: string): string => `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
  outsideSheet: 'The coordinates of the range are outside the dimensions of the sheet.',
  partOfMerge: 'You must select all cells in a merged range to merge or unmerge them.',
  freezeThroughMerge: (lines: 'rows' | 'columns'): string => `You can't freeze ${lines} which contain only part of a merged cell.`,
  mergeThroughFreeze: (lines: 'rows' | 'columns'): string => `You can't merge frozen and non-frozen ${lines}.`,
  frozenAtLeastNone: 'The number of frozen rows and columns must be at least 0.',
  rowsAtLeastOne: 'The number of rows in the range must be at least 1.',
  columnsAtLeastOne: 'The number of columns in the range must be at least 1.',
  rowCount: (data: number, range: number): string =>
    `The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
  columnCount: (data: number, range: number): string =>
    `The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
} as const;

/** What a person sees when the sheet refuses, Chinese first. */
export const personMessages = {
  viewer: '您只有查看权限，无法修改此表格。/ You only have permission to view this spreadsheet.',
  protectedCell:
    '您正在尝试修改受保护的单元格或对象。如果您需要修改，请联系电子表格所有者移除保护。/ You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  validation: (cell: string, help: string | undefined): string =>
    help === undefined
      ? `您在单元格 ${cell} 中输入的内容违反了此单元格上设置的数据验证规则。/ The data you entered in cell ${cell} violates the data validation rules set on this cell.`
      : `您在单元格 ${cell} 中输入的内容违反了此单元格上设置的数据验证规则。/ The data you entered in cell ${cell} violates the data validation rules set on this cell. ${help}`,
  cellTooLong: `您输入的内容超过了单个单元格 ${maximumCellCharacters} 个字符的上限。/ ${messages.cellTooLong}`,
  tooManyCells: `此操作会使单元格总数超过 ${maximumCells} 个的上限。/ ${messages.tooManyCells}`,
  allRows: '不能删除所有未冻结的行或列。/ Sorry, it is not possible to delete all non-frozen rows or columns.',
  allHidden: '不能隐藏所有的行或列。/ You can’t hide all the rows or columns on the sheet.',
  changedSince: '这些行或列在此期间被改过，所以没有撤销或重做。/ These rows or columns have changed since, so nothing was taken back or done again.',
  forgottenStep: '此操作已不能撤销或重做。/ This step can no longer be taken back or done again.',
  outsideSheet: `该范围超出了工作表的边界。/ ${messages.outsideSheet}`,
} as const;
