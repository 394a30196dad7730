/**
 * Small table library: rows of a sheet as objects.
 */
var Tables = (function () {
  function Table(sheet) {
    this.sheet = sheet;
    this.header = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
  }
  Table.prototype.rows = function () {
    if (this.sheet.getLastRow() < 2) return [];
    var header = this.header;
    return this.sheet.getRange(2, 1, this.sheet.getLastRow() - 1, header.length).getValues().map(function (row, index) {
      var object = { rowNumber: index + 2 };
      header.forEach(function (name, column) { object[name] = row[column]; });
      return object;
    });
  };
  Table.prototype.column = function (name) {
    return this.header.indexOf(name) + 1;
  };
  return { open: function (sheet) { return new Table(sheet); } };
})();
