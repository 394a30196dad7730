/** The enums of SpreadsheetApp. */
import { GuestEnum } from '../../kernel/host-object';

const of = <Name extends string>(name: string, ...names: readonly Name[]): GuestEnum<Name> => new GuestEnum(`SpreadsheetApp.${name}`, names);

export const enums = {
  ProtectionType: of('ProtectionType', 'RANGE', 'SHEET'),
  Dimension: of('Dimension', 'COLUMNS', 'ROWS'),
  BandingTheme: of('BandingTheme', 'LIGHT_GREY', 'CYAN', 'GREEN', 'YELLOW', 'ORANGE', 'BLUE', 'TEAL', 'GREY', 'BROWN', 'LIGHT_GREEN', 'INDIGO', 'PINK'),
  BooleanCriteria: of(
    'BooleanCriteria',
    'CELL_EMPTY', 'CELL_NOT_EMPTY', 'DATE_AFTER', 'DATE_BEFORE', 'DATE_EQUAL_TO', 'DATE_AFTER_RELATIVE', 'DATE_BEFORE_RELATIVE', 'DATE_EQUAL_TO_RELATIVE', 'NUMBER_BETWEEN',
    'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO',
    'TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO', 'TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'CUSTOM_FORMULA',
  ),
  AutoFillSeries: of('AutoFillSeries', 'DEFAULT_SERIES', 'ALTERNATE_SERIES'),
  BorderStyle: of('BorderStyle', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'),
  ColorType: of('ColorType', 'UNSUPPORTED', 'RGB', 'THEME'),
  Direction: of('Direction', 'UP', 'DOWN', 'PREVIOUS', 'NEXT'),
  GroupControlTogglePosition: of('GroupControlTogglePosition', 'BEFORE', 'AFTER'),
  InterpolationType: of('InterpolationType', 'NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX'),
  RecalculationInterval: of('RecalculationInterval', 'ON_CHANGE', 'MINUTE', 'HOUR'),
  RelativeDate: of('RelativeDate', 'TODAY', 'TOMORROW', 'YESTERDAY', 'PAST_WEEK', 'PAST_MONTH', 'PAST_YEAR'),
  TextDirection: of('TextDirection', 'LEFT_TO_RIGHT', 'RIGHT_TO_LEFT'),
  TextToColumnsDelimiter: of('TextToColumnsDelimiter', 'COMMA', 'SEMICOLON', 'PERIOD', 'SPACE'),
  ThemeColorType: of('ThemeColorType', 'UNSUPPORTED', 'TEXT', 'BACKGROUND', 'ACCENT1', 'ACCENT2', 'ACCENT3', 'ACCENT4', 'ACCENT5', 'ACCENT6', 'HYPERLINK'),
  ValueType: of('ValueType', 'IMAGE'),
  WrapStrategy: of('WrapStrategy', 'WRAP', 'OVERFLOW', 'CLIP'),
  SheetType: of('SheetType', 'GRID', 'OBJECT', 'DATASOURCE'),
  CopyPasteType: of('CopyPasteType', 'PASTE_NORMAL', 'PASTE_NO_BORDERS', 'PASTE_FORMAT', 'PASTE_FORMULA', 'PASTE_DATA_VALIDATION', 'PASTE_VALUES', 'PASTE_CONDITIONAL_FORMATTING', 'PASTE_COLUMN_WIDTHS'),
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

const chartsOf = <Name extends string>(name: string, ...names: readonly Name[]): GuestEnum<Name> => new GuestEnum(`Charts.${name}`, names);

/** The names of the service Charts that charts on sheets are built with. */
export const chartEnums = {
  ChartType: chartsOf('ChartType', 'TIMELINE', 'AREA', 'BAR', 'BUBBLE', 'CANDLESTICK', 'COLUMN', 'COMBO', 'GAUGE', 'GEO', 'HISTOGRAM', 'RADAR', 'LINE', 'ORG', 'PIE', 'SCATTER', 'SPARKLINE', 'STEPPED_AREA', 'TABLE', 'TREEMAP', 'WATERFALL'),
  ChartHiddenDimensionStrategy: chartsOf('ChartHiddenDimensionStrategy', 'IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH'),
  ChartMergeStrategy: chartsOf('ChartMergeStrategy', 'MERGE_COLUMNS', 'MERGE_ROWS'),
  ColumnType: chartsOf('ColumnType', 'DATE', 'NUMBER', 'STRING'),
  CurveStyle: chartsOf('CurveStyle', 'NORMAL', 'SMOOTH'),
  PointStyle: chartsOf('PointStyle', 'NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE'),
  Position: chartsOf('Position', 'TOP', 'RIGHT', 'BOTTOM', 'NONE'),
} as const;
