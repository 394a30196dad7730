var SHEET_NAME = 'Stock';

function onOpen(e) {
  SpreadsheetApp.getUi()
    .createMenu('Stock')
    .addItem('Set up', 'setUpStock')
    .addItem('Low stock…', 'showLowStock')
    .addToUi();
}

function setUpStock() {
  var ss = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = ss.getSheetByName(SHEET_NAME) || ss.insertSheet(SHEET_NAME);
  sheet.clear();
  sheet.getRange(1, 1, 1, 4).setValues([['Part', 'Count', 'Minimum', 'Changed']]).setFontWeight('bold');
  sheet.setFrozenRows(1);
  sheet.appendRow(['Bearing', 10, 4, '']);
  sheet.appendRow(['Seal', 3, 2, '']);
  ss.toast('Ready', 'Stock');
}

function onEdit(e) {
  var range = e.range;
  if (range.getSheet().getName() !== SHEET_NAME || range.getRow() === 1) return;
  var table = Tables.open(range.getSheet());
  if (range.getColumn() !== table.column('Count')) return;
  range.getSheet().getRange(range.getRow(), table.column('Changed')).setValue(Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'dd.MM.yyyy HH:mm'));
  var minimum = range.getSheet().getRange(range.getRow(), table.column('Minimum')).getValue();
  range.setBackground(Number(e.value) < minimum ? '#f4cccc' : null);
  range.setNote(e.oldValue === undefined ? '' : 'was ' + e.oldValue);
}

function lowStock() {
  return Tables.open(SpreadsheetApp.getActive().getSheetByName(SHEET_NAME)).rows().filter(function (row) { return row.Count < row.Minimum; });
}

function showLowStock() {
  var rows = lowStock();
  SpreadsheetApp.getUi().alert(rows.length === 0 ? 'Nothing is short.' : rows.map(function (row) { return row.Part + ': ' + row.Count; }).join('\n'));
}

/** Nothing here has Slides: it says so by name. */
function makeSlides() {
  return SlidesApp.create('Stock').getId();
}
