/**
 * The same work as teams usually write it, on the same sheets: `plain…` reads whole tabs with getDataRange and writes with
 * setValues, `query…` uses sheetquery (as `SheetQuery`). Neither locks, journals, asks who may, or survives a crash half-way.
 * Row 1 of every tab holds the column keys.
 */

/** Dates in cells come as dates or as serial numbers, by the cell's format. */
function serialOf(value) {
  return value instanceof Date ? value.getTime() / 86400000 + 25569 + 8 / 24 : Number(value);
}

function sheetOf(place) {
  return SpreadsheetApp.openById(place.file).getSheetByName(place.title);
}

/** Everything of a tab: the header and rows as objects. */
function readTab(place) {
  var sheet = sheetOf(place);
  var values = sheet.getDataRange().getValues();
  return { sheet: sheet, header: values[0], values: values };
}

function rowsAsObjects(tab) {
  return tab.values.slice(2).map(function (row) {
    var object = {};
    tab.header.forEach(function (key, at) { object[key] = row[at]; });
    return object;
  });
}

/** One notice for every person who owns one of the tickets behind some clocks. */
function noticesFor(clocks, ticketRows, config) {
  var owners = {};
  ticketRows.forEach(function (ticket) { owners[ticket.ticket_id] = ticket.owner_staff; });
  var told = {};
  clocks.forEach(function (clock) { told[owners[clock.object_id] || 'manager'] = true; });
  return Object.keys(told).map(function (person, at) {
    return { notice_id: 'X' + config.now + '-' + at, key: person, code: 'N-44', to_staff: person, channel: config.words.channel, priority: config.words.priority, subject: clocks.length + ' overdue', body: clocks.map(function (clock) { return clock.clock_id; }).join('\n').slice(0, 40000), queued_at: config.now, status: config.words.status };
  });
}

function appendPlainly(place, objects) {
  if (objects.length === 0) return;
  var tab = readTab(place);
  var rows = objects.map(function (object) { return tab.header.map(function (key) { return object[key] === undefined || object[key] === null ? '' : object[key]; }); });
  var missing = tab.values.length + rows.length - tab.sheet.getMaxRows();
  if (missing > 0) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), missing);
  tab.sheet.getRange(tab.values.length + 1, 1, rows.length, tab.header.length).setValues(rows);
}

function plainSweep(config) {
  var tickets = [].concat.apply([], config.tickets.map(function (place) { return rowsAsObjects(readTab(place)); }));
  config.alsoRead.forEach(readTab);
  var clocks = readTab(config.clocks);
  var result = clocks.header.indexOf('result');
  var due = clocks.header.indexOf('due_at');
  var level = clocks.header.indexOf('last_level_fired');
  var overdue = [];
  clocks.values.forEach(function (row, at) {
    if (at < 2 || row[result] !== config.running || serialOf(row[due]) > config.now) return;
    row[result] = config.overdue;
    row[level] = Number(row[level]) + 1;
    overdue.push({ clock_id: row[0], object_id: row[1] });
  });
  if (overdue.length > 0) clocks.sheet.getDataRange().setValues(clocks.values);
  appendPlainly(config.outbox, noticesFor(overdue, tickets, config));
  return overdue.length;
}

function querySweep(config) {
  var book = SpreadsheetApp.openById(config.clocks.file);
  var tickets = [].concat.apply([], config.tickets.map(function (place) { return SheetQuery.sheetQuery(SpreadsheetApp.openById(place.file)).from(place.title).getRows(); }));
  config.alsoRead.forEach(function (place) { SheetQuery.sheetQuery(SpreadsheetApp.openById(place.file)).from(place.title).getRows(); });
  var overdue = [];
  SheetQuery.sheetQuery(book).from(config.clocks.title).where(function (row) { return row.result === config.running && serialOf(row.due_at) <= config.now; }).updateRows(function (row) {
    overdue.push({ clock_id: row.clock_id, object_id: row.object_id });
    row.result = config.overdue;
    row.last_level_fired = Number(row.last_level_fired) + 1;
  });
  SheetQuery.sheetQuery(SpreadsheetApp.openById(config.outbox.file)).from(config.outbox.title).insertRows(noticesFor(overdue, tickets, config));
  return overdue.length;
}

/** The next number of a day, as such sheets count: by looking at all there are. */
function nextNumber(ids, prefix) {
  return prefix + ids.filter(function (id) { return String(id).indexOf(prefix) === 0; }).length;
}

/** A change as the product made it: rows to add by tab, as objects by column key. */
function plainSubmit(config, added) {
  var ids = [].concat.apply([], config.tickets.map(function (place) { return readTab(place).values.map(function (row) { return row[0]; }); }));
  added.forEach(function (part) { appendPlainly(part.place, part.rows); });
  return nextNumber(ids, 'TK-');
}

function querySubmit(config, added) {
  var ids = [].concat.apply([], config.tickets.map(function (place) { return SheetQuery.sheetQuery(SpreadsheetApp.openById(place.file)).from(place.title).getRows().map(function (row) { return row.ticket_id; }); }));
  added.forEach(function (part) { SheetQuery.sheetQuery(SpreadsheetApp.openById(part.place.file)).from(part.place.title).insertRows(part.rows); });
  return nextNumber(ids, 'TK-');
}
